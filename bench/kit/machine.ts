import { availableParallelism, cpus, loadavg, totalmem } from "node:os";

/** Where figures were taken: without it they say nothing. `loadBefore`: how busy others kept the machine, in cores. */
export type Machine = {
  cpu: string;
  cores: number;
  memoryMb: number;
  node: string;
  platform: string;
  loadBefore: number;
};

export const describeMachine = (): Machine => ({
  cpu: cpus()[0]?.model.trim() ?? "unknown",
  cores: availableParallelism(),
  memoryMb: Math.round(totalmem() / 1024 / 1024),
  node: process.versions.node,
  platform: `${process.platform} ${process.arch}`,
  loadBefore: Number((loadavg()[0] ?? 0).toFixed(1)),
});
