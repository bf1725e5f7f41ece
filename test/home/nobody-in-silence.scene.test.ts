import { afterEach, describe, expect, it } from "vitest";
import { qrPicture } from "#platform/qr.ts";
import { engines } from "#test/support/engines.ts";
import { type SchoolWorld, schoolWorld } from "./school.ts";

const HOSTILE = '<b>&"Жук"</b>';

describe.each(engines)("nobody meets silence, on %s", (engine) => {
  let w: SchoolWorld;
  afterEach(() => w.close());

  it("whatever a stranger sends is answered with a word and the way in", async () => {
    w = await schoolWorld(engine);
    const stranger = w.person("Чужой");
    const { emulator } = w;
    const picture = await qrPicture("a");
    const sends: [() => unknown, string][] = [
      [() => emulator.say(stranger.id, "/start"), "Чтобы войти"],
      [() => emulator.say(stranger.id, "привет"), "Прочитал: «привет»"],
      [() => emulator.say(stranger.id, "/nonsense"), "Команды /nonsense у меня нет"],
      [() => emulator.sendVoice(stranger.id), "Голосовое слушать я не умею"],
      [() => emulator.sendSticker(stranger.id), "Спасибо за стикер"],
      [() => emulator.sendPhoto(stranger.id, { bytes: picture }), "Фото вижу"],
      [() => emulator.sendLocation(stranger.id, 56, 35), "Место получил"],
      [() => emulator.sendContact(stranger.id, { phone: "+70000000000", firstName: "A" }), "Контакт вижу"],
      [
        () => emulator.sendFile(stranger.id, { name: "план.docx", mime: "", bytes: new Uint8Array([1]) }),
        "Файл «план.docx» вижу",
      ],
    ];
    for (const [send, says] of sends) {
      const before = stranger.count();
      send();
      await w.settle();
      expect(stranger.count()).toBe(before + 1);
      stranger.sees(says);
      stranger.sees("Чтобы войти, откройте ссылку");
    }
  });

  it("an album is answered once", async () => {
    w = await schoolWorld(engine);
    const stranger = w.person("Чужой");
    const photo = { name: "a.png", mime: "image/png", bytes: await qrPicture("a") };
    w.emulator.sendAlbum(stranger.id, [photo, photo, photo]);
    await w.settle();
    expect(stranger.count()).toBe(1);
  });

  it("every command and /start answer everybody in every role, and each screen leads on", async () => {
    w = await schoolWorld(engine);
    const people = [w.person("Чужой"), await w.owner()];
    for (const role of ["curator", "mentee", "mentor", "guardian", "staff"] as const)
      people.push(await w.guest(role, await w.link(role)));
    for (const person of people)
      for (const command of ["/start", "/help", "/settings", "/language", "/privacy", "/cancel", "/invite"]) {
        const before = person.count();
        await person.says(command);
        expect(person.count(), `${person.name} ${command}`).toBe(before + 1);
        const { buttons, text } = person.last();
        expect(buttons.length > 0 || text.includes("Как вас зовут?"), `${person.name} ${command}: ${text}`).toBe(true);
      }
  });

  it("a corrected message is explained, and what was asked goes on being asked", async () => {
    w = await schoolWorld(engine);
    const vera = await w.guest("Вера", await w.link("curator"));
    const { id } = w.emulator.say(vera.id, "12");
    await w.settle();
    w.emulator.edit(vera.id, id, "Лугова Вера");
    await w.settle();
    vera.sees("исправления я не перечитываю");
    await vera.says("Лугова Вера");
    vera.sees("Приятно познакомиться, Вера!");
  });

  it("a button that nobody knows any more says so and shows the present step", async () => {
    w = await schoolWorld(engine);
    const liza = await w.guest("Лиза", await w.link("mentee"));
    const tapped = w.emulator.forgeTap(liza.id, liza.last().id, "gone.forever:1");
    await w.settle();
    expect(JSON.stringify(tapped.state())).toContain("Эта кнопка устарела");
    liza.sees("В каком году");
  });

  it("/cancel stops the question and loses nothing; /start asks it again", async () => {
    w = await schoolWorld(engine);
    const vera = await w.guest("Вера", await w.link("curator"));
    await vera.says("/cancel");
    vera.sees("Ничего не пропало");
    await vera.says("/start");
    vera.sees("Как вас зовут?");
    await vera.says("/help");
    await vera.says("Лугова Вера");
    vera.sees("Приятно познакомиться");
  });

  it("the chosen language is spoken at once and kept", async () => {
    w = await schoolWorld(engine);
    const liza = await w.guest("Лиза", await w.link("mentee"));
    await liza.says("/language");
    await liza.taps("English");
    liza.sees("Which language shall I speak?");
    await liza.says("/start");
    liza.sees("In which year were you born?");
    await w.restart();
    await liza.says("/help");
    liza.sees("What Tropa does");
  });

  it("hostile names of programme, people and files are shown literally everywhere", async () => {
    w = await schoolWorld(engine, { title: HOSTILE });
    const vera = await w.guest("Вера", await w.link("curator"));
    await vera.says(`${HOSTILE} 🐞\u202eВера`);
    vera.sees("🐞\u202eВера");
    await vera.says("/settings");
    vera.sees(HOSTILE);
    const liza = await w.guest("Лиза", await w.link("mentee"));
    liza.sees(HOSTILE);
    await liza.says(`привет ${HOSTILE}`);
    await liza.says("/start");
    liza.sees(HOSTILE);
  });

  it("two roles are listed with a line each, and each opens its own step", async () => {
    w = await schoolWorld(engine);
    const mikhail = await w.guest("Михаил", await w.link("curator"));
    await mikhail.says("Кедров Михаил");
    await mikhail.opens(await w.link("mentor"));
    await mikhail.taps("Это я");
    mikhail.sees("В каком году вы родились?");
    await mikhail.says("/start");
    mikhail.sees("несколько ролей");
    mikhail.sees("куратор, Школа № 7");
    await mikhail.taps("Я здесь как наставник");
    mikhail.sees("В каком году вы родились?");
  });

  it("a role that ended is told calmly, and old buttons of it lead nowhere dangerous", async () => {
    w = await schoolWorld(engine);
    const liza = await w.guest("Лиза", await w.link("mentee"));
    const [standing] = await w.people.standingsOf(w.database.db, await w.personOf(liza.id));
    await w.database.tx((tx) => w.people.stop(tx, standing?.membershipId ?? "", null, w.clock.now()));
    await liza.says("/start");
    liza.sees("не участвуешь ни в одной программе");
    w.emulator.forgeTap(liza.id, liza.last().id, `home.as:${standing?.membershipId}`);
    await w.settle();
    liza.sees("не участвуешь ни в одной программе");
  });

  it("/privacy lists what is kept and the log holds nothing that was said", async () => {
    w = await schoolWorld(engine);
    const vera = await w.guest("Вера", await w.link("curator"));
    await vera.says("Незабудкина Вера");
    await vera.says("/privacy");
    vera.sees("имя, каким вы его написали");
    vera.sees("номер чата в Telegram");
    expect(w.logged.join("\n")).not.toContain("Незабудкина");
    expect(w.logged.join("\n")).not.toContain(String(vera.id));
  });

  it("no name is asked or offered to be changed before the consent", async () => {
    w = await schoolWorld(engine);
    const liza = await w.guest("Лиза", await w.link("mentee"));
    await liza.says("/settings");
    liza.sees("Имя в боте: Y-01");
    expect(liza.buttons()).not.toContain("Изменить имя");
    const vera = await w.guest("Вера", await w.link("curator"));
    await vera.says("Лугова Вера");
    await vera.says("/settings");
    await vera.taps("Изменить имя");
    await vera.says("Лугова Вероника");
    vera.sees("Приятно познакомиться, Вероника!");
  });
});
