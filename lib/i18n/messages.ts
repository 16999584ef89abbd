import accountsEn from "../../messages/accounts/en.json";
import accountsSq from "../../messages/accounts/sq.json";
import accountsSr from "../../messages/accounts/sr.json";
import afterEn from "../../messages/after/en.json";
import afterSq from "../../messages/after/sq.json";
import afterSr from "../../messages/after/sr.json";
import clockEn from "../../messages/clock/en.json";
import clockSq from "../../messages/clock/sq.json";
import clockSr from "../../messages/clock/sr.json";
import commonEn from "../../messages/common/en.json";
import commonSq from "../../messages/common/sq.json";
import commonSr from "../../messages/common/sr.json";
import deskEn from "../../messages/desk/en.json";
import deskSq from "../../messages/desk/sq.json";
import deskSr from "../../messages/desk/sr.json";
import errorsEn from "../../messages/errors/en.json";
import errorsSq from "../../messages/errors/sq.json";
import errorsSr from "../../messages/errors/sr.json";
import followsEn from "../../messages/follows/en.json";
import followsSq from "../../messages/follows/sq.json";
import followsSr from "../../messages/follows/sr.json";
import mailEn from "../../messages/mail/en.json";
import mailSq from "../../messages/mail/sq.json";
import mailSr from "../../messages/mail/sr.json";
import offlineEn from "../../messages/offline/en.json";
import offlineSq from "../../messages/offline/sq.json";
import offlineSr from "../../messages/offline/sr.json";
import ownEn from "../../messages/own/en.json";
import ownSq from "../../messages/own/sq.json";
import ownSr from "../../messages/own/sr.json";
import pagesEn from "../../messages/pages/en.json";
import pagesSq from "../../messages/pages/sq.json";
import pagesSr from "../../messages/pages/sr.json";
import pledgesEn from "../../messages/pledges/en.json";
import pledgesSq from "../../messages/pledges/sq.json";
import pledgesSr from "../../messages/pledges/sr.json";
import privacyEn from "../../messages/privacy/en.json";
import privacySq from "../../messages/privacy/sq.json";
import privacySr from "../../messages/privacy/sr.json";
import reportFormEn from "../../messages/report_form/en.json";
import reportFormSq from "../../messages/report_form/sq.json";
import reportFormSr from "../../messages/report_form/sr.json";
import reportsEn from "../../messages/reports/en.json";
import reportsSq from "../../messages/reports/sq.json";
import reportsSr from "../../messages/reports/sr.json";
import staffEn from "../../messages/staff/en.json";
import staffSq from "../../messages/staff/sq.json";
import staffSr from "../../messages/staff/sr.json";
import type { Locale } from "./locales";

/** Every text of the product, by subject, in the three languages. English gives the type: the others must have the same keys (tested). */
export type Messages = typeof en;

const en = {
  accounts: accountsEn,
  after: afterEn,
  clock: clockEn,
  common: commonEn,
  desk: deskEn,
  errors: errorsEn,
  follows: followsEn,
  mail: mailEn,
  own: ownEn,
  offline: offlineEn,
  pages: pagesEn,
  pledges: pledgesEn,
  privacy: privacyEn,
  report_form: reportFormEn,
  reports: reportsEn,
  staff: staffEn,
};
const sq: Messages = {
  accounts: accountsSq,
  after: afterSq,
  clock: clockSq,
  common: commonSq,
  desk: deskSq,
  errors: errorsSq,
  follows: followsSq,
  mail: mailSq,
  own: ownSq,
  offline: offlineSq,
  pages: pagesSq,
  pledges: pledgesSq,
  privacy: privacySq,
  report_form: reportFormSq,
  reports: reportsSq,
  staff: staffSq,
};
const sr: Messages = {
  accounts: accountsSr,
  after: afterSr,
  clock: clockSr,
  common: commonSr,
  desk: deskSr,
  errors: errorsSr,
  follows: followsSr,
  mail: mailSr,
  own: ownSr,
  offline: offlineSr,
  pages: pagesSr,
  pledges: pledgesSr,
  privacy: privacySr,
  report_form: reportFormSr,
  reports: reportsSr,
  staff: staffSr,
};

export const messages: Record<Locale, Messages> = { sq, sr, en };
