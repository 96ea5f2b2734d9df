// Everything the widget itself says. What the assistant says comes from the server.

export const TEXTS = {
  name: "دادخواه",
  role: "دستیار حقوقی",
  conversation: "گفت‌وگو با دادخواه",
  you: "شما",
  choices: "گزینه‌های پاسخ",
  starters: "برای شروع، یکی را انتخاب کنید یا ماجرای خودتان را بنویسید",
  starterTexts: [
    "شوهرم مهریه‌ام را نمی‌دهد",
    "از من دزدی شده است",
    "صاحب‌خانه پول پیشم را پس نمی‌دهد",
    "می‌خواهم به رأی دادگاه اعتراض کنم",
  ],
  write: "ماجرا یا پاسخ خود را بنویسید",
  placeholder: "بنویسید…",
  send: "فرستادن",
  thinking: "دادخواه در حال نوشتن است…",
  fresh: "گفت‌وگوی تازه",
  freshTitle: "گفت‌وگوی تازه‌ای شروع شود؟",
  freshText:
    "این گفت‌وگو از روی این دستگاه پاک می‌شود و دیگر از اینجا باز نمی‌شود. نوشته‌هایی که لازم دارید را پیش از آن دریافت کنید.",
  freshYes: "بله، شروع کن",
  freshNo: "نه، همین را ادامه می‌دهم",
  road: "پیشرفت نوشته",
  roadShow: "نشان دادن پیشرفت نوشته",
  roadMissing: "مانده",
  roadKnown: "گفته‌اید",
  roadReady: "همهٔ چیزهای لازم گفته شده است.",
  steps: "مراحل کار",
  paper: "پیش‌نمایش نوشته",
  documents: "نوشته‌های آماده",
  download: "دریافت",
  downloading: "در حال دریافت…",
  downloadFailed: "دریافت نشد؛ دوباره بزنید",
  notSent: "فرستاده نشد.",
  retry: "دوباره بفرست",
  offline: "ارتباط برقرار نشد. نوشته‌تان همین‌جا مانده است.",
  closed: "اکنون نمی‌شود گفت‌وگو را باز کرد.",
  reopen: "دوباره تلاش کن",
  attach: "پیوست کردن عکس یا PDF",
  exhibits: "پیوست‌ها",
  bundle: "دریافت همه در یک PDF",
  dropHere: "عکس یا PDF را همین‌جا رها کنید",
  uploading: "در حال فرستادن…",
  checking: "در حال بررسی…",
  stopUpload: "فرستاده نشود",
  dismiss: "بستن این پیام",
  rename: "تغییر نام",
  newName: "نام پیوست",
  moveUp: "یکی بالاتر",
  remove: "حذف",
  undo: "برگردان",
  paperOf: "این پیوست کدام مدرک است؟",
  otherPaper: "مدرک دیگری است",
  exhibitsClosed: "پیوست‌ها همراه نوشته فرستاده شده و دیگر عوض نمی‌شود.",
  allAttached: "همهٔ مدرک‌های خواسته‌شده پیوست شده است.",
  notAttached: "ارتباط برقرار نشد و فایل فرستاده نشد.",
  notChanged: "این تغییر انجام نشد. دوباره تلاش کنید.",
};

// The way of a matter, and which states of the conversation belong to each step.
export const STEPS = [
  { title: "ماجرا و راه قانونی", states: ["guidance", "choosing"] },
  { title: "پرسش‌های لازم", states: ["interview"] },
  { title: "بازبینی و تأیید شما", states: ["preview", "confirming"] },
  { title: "بررسی کارشناس و ثبت", states: ["done"] },
];

export const DOCUMENTS = {
  "petition.pdf": { title: "نسخهٔ چاپ و امضا", kind: "PDF" },
  "petition.docx": { title: "نسخهٔ قابل ویرایش", kind: "Word" },
  "petition.txt": { title: "متن ساده", kind: "متن" },
  "exhibits.pdf": { title: "پیوست‌ها با فهرست", kind: "PDF" },
};

const persian = new Intl.NumberFormat("fa-IR", { useGrouping: false });

export const exhibitsCount = (count) => `${TEXTS.exhibits}: ${persian.format(count)}`;
export const exhibitNumber = (number) => persian.format(number);
export const stillMissing = (papers) => `هنوز مانده: ${papers.join("؛ ")}`;
export const attached = ({ number, title }) => `پیوست شمارهٔ ${persian.format(number)} «${title}» اضافه شد.`;
export const removed = (title) => `«${title}» حذف شد.`;
export const tooLarge = (bytes) =>
  `این فایل از ${persian.format(Math.floor(bytes / 1024 / 1024))} مگابایت بزرگ‌تر است. عکس را با کیفیت کمتر بگیرید، یا PDF را به چند فایل کوچک‌تر تقسیم کنید.`;

export const progress = (known, all) => `${persian.format(known)} از ${persian.format(all)}`;
