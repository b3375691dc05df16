// How "As … I want … so that …" is said, by gherkin's name of the language. Each word list is alternatives of a
// regular expression; what it matches is left out of the part. Languages that put these words behind what they
// belong to (Japanese, Korean, Turkish, Finnish …) are not here: their descriptions stay whole.

export interface IntentPhrases {
  /** Stands at the beginning or behind a comma or full stop, so that an "as" within a sentence is none. */
  readonly role: string;
  readonly want: string;
  readonly benefit: string;
}

const english: IntentPhrases = {
  role: String.raw`as (?=an?\s|the\s)`,
  want: "I (?:want|need|would like|wish) ",
  benefit: String.raw`so that |in order (?=to\s)|in order that `,
};

const norwegian: IntentPhrases = {
  role: "som ",
  want: "(?:vil|ønsker|trenger|må) jeg |jeg (?:vil|ønsker|trenger|må) ",
  benefit: "slik at |sånn at |for at |for å ",
};

const chinese: IntentPhrases = {
  role: "作为|作為|身为|身為",
  want: "我(?:想要|想|希望|需要|要)",
  benefit: "以便|这样|這樣|从而|從而|为了|為了",
};

export const intentPhrases: Readonly<Record<string, IntentPhrases>> = {
  en: english,
  cs: {
    role: "jako ",
    want: "(?:chci|chtěl bych|chtěla bych|potřebuji) ",
    benefit: "(?=abych )|aby ",
  },
  da: {
    role: "som ",
    want: "(?:vil|ønsker) jeg (?:gerne )?|jeg (?:vil|ønsker) (?:gerne )?",
    benefit: "således at |så at |for at ",
  },
  de: {
    role: "als ",
    want: "(?:möchte|will|brauche|wünsche) ich (?:mir )?|ich (?:möchte|will|brauche|wünsche mir) ",
    benefit: "damit |sodass |so dass |so daß ",
  },
  es: {
    role: "como ",
    want: "(?:yo )?(?:quiero|quisiera|necesito|deseo|me gustaría) ",
    benefit: "para que |para (?=poder )|con el fin de |a fin de |de modo que |de forma que ",
  },
  fr: {
    role: "en tant qu(?:e |['’])",
    want: "je (?:veux|voudrais|souhaite|désire|dois) |j['’]aimerais ",
    benefit: "afin (?:de |que |d['’]|qu['’])|pour (?:que |qu['’])|pour (?=pouvoir )|de sorte que ",
  },
  it: {
    role: "come ",
    want: "(?:io )?(?:voglio|vorrei|desidero|ho bisogno di) ",
    benefit:
      "in modo (?:da |che |tale che )|affinché |così che |cosicché |al fine di |per (?=poter)",
  },
  nl: {
    role: "als ",
    want: "(?:wil|wens|moet) ik |ik (?:wil|wens|moet) ",
    benefit: "zodat |opdat ",
  },
  no: norwegian,
  pl: {
    role: "jako ",
    want: "(?:ja )?(?:chcę|chciałbym|chciałabym|potrzebuję|muszę) ",
    benefit: "aby |żeby |ażeby |by (?=móc )",
  },
  pt: {
    role: "como ",
    want: "(?:eu )?(?:quero|queria|gostaria de|preciso|desejo) ",
    benefit: "para que |para (?=poder )|a fim de |de modo que |de forma que ",
  },
  ru: {
    role: "(?:я,? )?как |я,? в качестве |в качестве ",
    want: "(?:я )?(?:хочу|хотел бы|хотела бы|должен|должна) |мне (?:нужно|нужен|нужна) ",
    benefit: "(?:для того,? )?чтобы ",
  },
  sv: {
    role: "som ",
    want: "(?:vill|behöver|önskar) jag |jag (?:vill|behöver|önskar) ",
    benefit: "så att |för att ",
  },
  uk: {
    role: "(?:я,? )?як ",
    want: "(?:я )?(?:хочу|хотів би|хотіла б) |мені (?:потрібно|потрібен|потрібна) ",
    benefit: "(?:для того,? )?щоб ",
  },
  "zh-CN": chinese,
  "zh-TW": chinese,
};
