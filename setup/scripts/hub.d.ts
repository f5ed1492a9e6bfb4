// The names that scripts of the hub give one another, and those of data that are made as scripts.

declare const aidRanking: any;
declare const contactRules: any;
declare const hubIndex: any;
declare const hubKnown: any;
declare const keptForce: any;
declare const keptPlans: any;
declare const leanQr: any;
declare const ownCopy: any;
declare const planDays: any;
declare const planPapers: any;
declare const posterMaker: any;
declare const posterSheet: any;
declare const reporting: any;
declare const searchIndex: any;
declare const searchWords: any;
declare const sha256: any;
declare const sheetBook: any;
declare const sheetJudging: any;
declare const sheetOds: any;
declare const sheetPicture: any;
declare const sheetReading: any;
declare const sheetShowing: any;
declare const sheetWords: any;
declare const sheetXlsx: any;
declare const sheetZip: any;
declare const soFar: any;
declare const stemmer: (word: string) => string;
