/** The time zones of Russia by which schools live: a short key for buttons and texts, and the IANA name that is stored. */

/** West to east. */
export const ZONE_KEYS = [
  "kaliningrad",
  "moscow",
  "samara",
  "yekaterinburg",
  "omsk",
  "krasnoyarsk",
  "irkutsk",
  "yakutsk",
  "vladivostok",
  "magadan",
  "kamchatka",
] as const;
export type ZoneKey = (typeof ZONE_KEYS)[number];

export const ZONES: Readonly<Record<ZoneKey, string>> = {
  kaliningrad: "Europe/Kaliningrad",
  moscow: "Europe/Moscow",
  samara: "Europe/Samara",
  yekaterinburg: "Asia/Yekaterinburg",
  omsk: "Asia/Omsk",
  krasnoyarsk: "Asia/Krasnoyarsk",
  irkutsk: "Asia/Irkutsk",
  yakutsk: "Asia/Yakutsk",
  vladivostok: "Asia/Vladivostok",
  magadan: "Asia/Magadan",
  kamchatka: "Asia/Kamchatka",
};

export const isZoneKey = (text: string): text is ZoneKey => ZONE_KEYS.some((key) => key === text);

/** The key of a stored zone, or null when it is not one of the Russian ones. */
export const zoneKeyOf = (zone: string): ZoneKey | null => ZONE_KEYS.find((key) => ZONES[key] === zone) ?? null;
