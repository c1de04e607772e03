// Generated from the OpenAPI document by `npm run client-package`. Do not edit.

export interface paths {
    "/api/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Changes that the caller's agency sees, as they happen
         * @description Server-sent events named `changed`; the data is referralId, reference, seq and at, and for an emergency that arrived at the agency emergencySince, the time of arrival. After a disconnection, send the last id as Last-Event-ID to get what was missed. A change may be sent twice. If many were missed, the stream ends early: ask again for the rest. The stream ends with the token or the session.
         */
        get: operations["listen"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A proof bundle: the events of a referral, and what proves them
         * @description The events are those of the timeline of the caller. "liaise verify" and the page /public/verify.html verify the file without a connection. The audit log records that the bundle was made.
         */
        get: operations["proveReferral"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/erasure-certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The certificate of erasure of a referral
         * @description A proof bundle with the entry of the erasure: when, why, and how much was destroyed. "liaise verify" and the page /public/verify.html verify the file without a connection.
         */
        get: operations["certifyErasure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/dossier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The dossier of a referral: all that the caller may see of it
         * @description With a purpose, it includes the particulars, and the reading is written to the audit log first. A purpose is one of decide-acceptance, act-on-case, triage, supervise, answer-data-subject, oversight, or a text. The audit log records each dossier as a disclosure, with the digest of the file. Send `Accept: application/pdf` for a document, and nothing or `application/json` for JSON.
         */
        post: operations["makeDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The referrals of the caller's agency
         * @description Filtered and sorted. A referral must match every filter. `next` is the cursor of the next page.
         */
        get: operations["listReferrals"];
        put?: never;
        /**
         * Submit a referral
         * @description As JSON, as a CyberTipline report, or as a form with a report and the details of its files. The answer has the reference number. For files, `loss` lists the elements that have no place of their own in a referral, and `schema` names the schema of the report.
         */
        post: operations["submitReferral"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One referral, as the caller may see it
         * @description Send its entity tag as If-Match with an act: if the referral has changed since, the act is refused.
         */
        get: operations["readReferral"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a referral, in order */
        get: operations["readTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/possible-duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Referrals that share origin references, hash values or files with a referral
         * @description For officers and supervisors of the coordinating agency; empty for everyone else. At most 20, those that share most first.
         */
        get: operations["readPossibleDuplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/clocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The clocks of a referral, with every minute explained
         * @description The texts are in the language of Accept-Language; without it, in English.
         */
        get: operations["readClocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/particulars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The particulars of a referral, for a purpose
         * @description The reading and its purpose are written to the audit log first. A purpose is one of decide-acceptance, act-on-case, triage, supervise, answer-data-subject, oversight, or a text.
         */
        post: operations["readParticulars"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * take: the person who takes it becomes the handler
         * @description liaison-officer or partner-officer of the sender or liaison-officer or partner-officer of the coordinator or liaison-officer or partner-officer of the recipient, from received, awaiting-information, triaged, referred, held, closure-proposed
         */
        post: operations["take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * assign: a colleague becomes the handler
         * @description liaison-officer or partner-officer of the sender or liaison-officer or partner-officer of the coordinator or liaison-officer or partner-officer of the recipient, from received, awaiting-information, triaged, referred, held, closure-proposed
         */
        post: operations["assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/set-own-reference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * set-own-reference: the case number of that agency; no other agency sees it
         * @description liaison-officer or partner-officer of the sender or liaison-officer or partner-officer of the coordinator or liaison-officer or partner-officer of the recipient, from received, awaiting-information, triaged, referred, held, closure-proposed
         */
        post: operations["set-own-reference"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/add-note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * add-note: a note for colleagues; no other agency sees it
         * @description liaison-officer or partner-officer of the sender or liaison-officer or partner-officer of the coordinator or liaison-officer or partner-officer of the recipient, from received, awaiting-information, triaged, referred, held, closure-proposed, closed
         */
        post: operations["add-note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * take-back: by the author within five minutes, if nobody has acted since: the referral is as it was before the act
         * @description liaison-officer or partner-officer of the sender or liaison-officer or partner-officer of the coordinator or liaison-officer or partner-officer of the recipient, from received, awaiting-information, triaged, referred, held, closure-proposed; supervisor of the coordinator, from triaged, referred, held; liaison-officer of the coordinator, from closed
         */
        post: operations["take-back"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/ask-information": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ask-information: question to the sender; the triage clock pauses
         * @description liaison-officer of the coordinator, from received; partner-officer of the recipient, from received, awaiting-information, triaged, referred, held, closure-proposed
         */
        post: operations["ask-information"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/answer-information": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * answer-information: the asker is notified; paused clocks resume
         * @description liaison-officer of the sender, from received, awaiting-information, triaged, referred, held, closure-proposed
         */
        post: operations["answer-information"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/ask-translation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ask-translation: the sender or the coordinator translates
         * @description liaison-officer or partner-officer of the sender or liaison-officer or partner-officer of the coordinator, from received, awaiting-information, triaged, referred, held, closure-proposed; liaison-officer or partner-officer of the sender or liaison-officer or partner-officer of the coordinator or liaison-officer or partner-officer of the recipient, from received, awaiting-information, triaged, referred, held, closure-proposed
         */
        post: operations["ask-translation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/deliver-translation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * deliver-translation: by the party that was asked; the asker is notified; paused clocks resume
         * @description liaison-officer or partner-officer of the sender or liaison-officer or partner-officer of the coordinator or liaison-officer or partner-officer of the recipient, from received, awaiting-information, triaged, referred, held, closure-proposed
         */
        post: operations["deliver-translation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/record-oral-request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * record-oral-request: an emergency was requested by voice first; the sender must confirm it in writing
         * @description liaison-officer of the sender or liaison-officer of the coordinator, from received, awaiting-information, triaged, referred, held
         */
        post: operations["record-oral-request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/confirm-oral-request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * confirm-oral-request: the oral request in writing; everyone who has the case is notified
         * @description liaison-officer of the sender, from received, awaiting-information, triaged, referred, held, closure-proposed
         */
        post: operations["confirm-oral-request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/reject-at-intake": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * reject-at-intake: closed; the sender is notified
         * @description liaison-officer of the coordinator, from received, awaiting-information
         */
        post: operations["reject-at-intake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/mark-duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * mark-duplicate: closed; its origin references are merged into the other referral
         * @description liaison-officer of the coordinator, from received, awaiting-information
         */
        post: operations["mark-duplicate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/file-informational": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * file-informational: closed; retention only
         * @description liaison-officer of the coordinator, from received, awaiting-information
         */
        post: operations["file-informational"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/complete-triage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * complete-triage: triaged; only a supervisor can lower the urgency
         * @description liaison-officer or supervisor of the coordinator, from received, awaiting-information
         */
        post: operations["complete-triage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/reopen-triage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * reopen-triage: back to triage after a supplement; recipients keep the case
         * @description liaison-officer of the coordinator, from triaged, referred, held
         */
        post: operations["reopen-triage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/assign-recipient": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * assign-recipient: the chosen recipient; recorded as an override of the rules
         * @description supervisor of the coordinator, from triaged, referred, held
         */
        post: operations["assign-recipient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/add-country": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * add-country: the country is routed as well
         * @description supervisor of the coordinator, from triaged, referred, held
         */
        post: operations["add-country"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/set-lead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * set-lead: this recipient coordinates the others; a closure without its outcome needs a reason
         * @description liaison-officer or supervisor of the coordinator, from referred
         */
        post: operations["set-lead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * acknowledge: receipt confirmed, on time or late; a drill ends
         * @description partner-officer of the recipient, from received, awaiting-information, triaged, referred, held, closure-proposed
         */
        post: operations["acknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * accept: the recipient takes the case; the sender is notified
         * @description partner-officer of the recipient, from received, awaiting-information, triaged, referred, held, closure-proposed
         */
        post: operations["accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * decline: with a ground; the next on the fallback chain, unless the ground rules out the country
         * @description partner-officer of the recipient, from received, awaiting-information, triaged, referred, held, closure-proposed
         */
        post: operations["decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * extend: the deadline is extended within the limits of the policy
         * @description partner-officer of the recipient, from received, awaiting-information, triaged, referred, held, closure-proposed; liaison-officer of the sender, from received, awaiting-information, triaged, referred, held, closure-proposed
         */
        post: operations["extend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/report-preservation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * report-preservation: data is preserved; the sender must confirm a production request in time
         * @description partner-officer of the recipient, from received, awaiting-information, triaged, referred, held, closure-proposed
         */
        post: operations["report-preservation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/confirm-production": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * confirm-production: the data stays preserved; the recipient is notified
         * @description liaison-officer of the sender, from received, awaiting-information, triaged, referred, held, closure-proposed
         */
        post: operations["confirm-production"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/refer-onward": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * refer-onward: a new recipient; under H2 the sender is asked for consent first
         * @description partner-officer of the recipient, from received, awaiting-information, triaged, referred, held, closure-proposed
         */
        post: operations["refer-onward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/consent-onward": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * consent-onward: the onward referral proceeds; the recipient is notified
         * @description liaison-officer of the sender, from received, awaiting-information, triaged, referred, held, closure-proposed
         */
        post: operations["consent-onward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/refuse-onward": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * refuse-onward: the referral stays; the recipient is notified
         * @description liaison-officer of the sender, from received, awaiting-information, triaged, referred, held, closure-proposed
         */
        post: operations["refuse-onward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/report-outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * report-outcome: interim any number of times, final once; the sender is notified
         * @description partner-officer of the recipient, from received, awaiting-information, triaged, referred, held, closure-proposed
         */
        post: operations["report-outcome"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/correct-outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * correct-outcome: by the reporter for one hour, or by a supervisor; all who were notified of the outcome are notified again
         * @description partner-officer of the recipient or supervisor of the recipient, from received, awaiting-information, triaged, referred, held, closure-proposed
         */
        post: operations["correct-outcome"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * recall: the recipient, and all before and after it in a chain of onward referrals, are asked to erase and to confirm
         * @description liaison-officer of the sender or supervisor of the coordinator, from received, awaiting-information, triaged, referred, held, closure-proposed. It cannot be undone, and requires a recent authentication (RFC 9470).
         */
        post: operations["recall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/confirm-recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * confirm-recall: the recipient has erased the case
         * @description partner-officer of the recipient, from received, awaiting-information, triaged, referred, held, closure-proposed, closed
         */
        post: operations["confirm-recall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * withdraw: closed
         * @description liaison-officer of the sender, from received, awaiting-information, triaged; liaison-officer of the sender, from referred, held, closure-proposed; supervisor of the coordinator, from referred, held, closure-proposed. It cannot be undone, and requires a recent authentication (RFC 9470).
         */
        post: operations["withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/propose-closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * propose-closure: once every recipient is final; a supervisor is asked to approve
         * @description liaison-officer of the coordinator, from referred, held
         */
        post: operations["propose-closure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/approve-closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * approve-closure: closed, by a person who did not propose it
         * @description supervisor of the coordinator, from closure-proposed
         */
        post: operations["approve-closure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/return-closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * return-closure: back to the previous status
         * @description supervisor of the coordinator, from closure-proposed
         */
        post: operations["return-closure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * reopen: received again, in the next round; nothing is lost
         * @description supervisor of the coordinator, from closed
         */
        post: operations["reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/raise-hash-limit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * raise-hash-limit: the sender may add hash values up to the new limit
         * @description supervisor of the coordinator, from received, awaiting-information, triaged, referred, held, closure-proposed
         */
        post: operations["raise-hash-limit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * link: the referrals are linked
         * @description liaison-officer or supervisor of the coordinator, from received, awaiting-information, triaged, referred, held, closure-proposed
         */
        post: operations["link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/order-erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * order-erasure: waits for a supervisor of the coordinator, who erases or retains
         * @description liaison-officer of the sender, from closed. It cannot be undone, and requires a recent authentication (RFC 9470).
         */
        post: operations["order-erasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/retain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * retain: kept until the next review
         * @description supervisor of the coordinator, from closed
         */
        post: operations["retain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/place-legal-hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * place-legal-hold: nothing of the referral is erased while the hold stands
         * @description supervisor or data-protection-officer of the coordinator, from received, awaiting-information, triaged, referred, held, closure-proposed, closed
         */
        post: operations["place-legal-hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/lift-legal-hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * lift-legal-hold: the referral can be erased again
         * @description supervisor or data-protection-officer of the coordinator, from received, awaiting-information, triaged, referred, held, closure-proposed, closed
         */
        post: operations["lift-legal-hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * erase: key, texts and digests are destroyed; recipients are asked to confirm, unless retention has ended
         * @description supervisor of the coordinator or the engine, from closed. It cannot be undone, and requires a recent authentication (RFC 9470).
         */
        post: operations["erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/confirm-erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * confirm-erasure: after an erasure on order: the recipient has erased its copies
         * @description partner-officer of the recipient, from erased
         */
        post: operations["confirm-erasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Agencies, contact points and capabilities of each country */
        get: operations["readDirectory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Referrals of the caller's agency with exactly that case number or hash value */
        get: operations["findMatches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller: person or system, agency and roles */
        get: operations["readMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The last drills of contact points, and the next
         * @description Of all contact points for the coordinating agency, and of the own ones for others.
         */
        get: operations["listDrills"];
        put?: never;
        /**
         * Starts a drill of a contact point
         * @description For supervisors and administrators of the coordinating agency. A drill is a test referral that asks for an acknowledgement only.
         */
        post: operations["startDrill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/agencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The agencies that the caller may change */
        get: operations["listAdministeredAgencies"];
        put?: never;
        /**
         * Proposes a new agency
         * @description For administrators of the coordinating agency.
         */
        post: operations["addAgency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/agencies/{agency}/rename": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Proposes another name of an agency */
        post: operations["renameAgency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/agencies/{agency}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Proposes that the people of an agency cannot sign in, and nothing is sent to it
         * @description For administrators of the coordinating agency.
         */
        post: operations["disableAgency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/agencies/{agency}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Proposes to enable a disabled agency again
         * @description For administrators of the coordinating agency.
         */
        post: operations["enableAgency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest proposals that concern agencies of the caller */
        get: operations["listProposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/proposals/{proposal}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One proposal, with each field before and after */
        get: operations["readProposal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/proposals/{proposal}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirms a proposal of another administrator
         * @description For people who signed in, not for systems. Nobody confirms their own proposal, or one in their own favour. A confirmation requires a recent authentication (RFC 9470).
         */
        post: operations["confirmProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/proposals/{proposal}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rejects a proposal
         * @description For people who signed in, not for systems. Nobody confirms their own proposal, or one in their own favour. A confirmation requires a recent authentication (RFC 9470).
         */
        post: operations["rejectProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/proposals/{proposal}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraws an own proposal
         * @description For people who signed in, not for systems. Nobody confirms their own proposal, or one in their own favour. A confirmation requires a recent authentication (RFC 9470).
         */
        post: operations["withdrawProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/contact-points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The contact points that the caller may change, with hours */
        get: operations["listPointHours"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/contact-points/{point}/hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Proposes other opening hours of a contact point */
        post: operations["changePointHours"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/contact-points/{point}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Proposes that routing leaves out a contact point, and nothing is sent to it
         * @description For administrators of its agency and of the coordinating agency. Another one confirms it.
         */
        post: operations["disableContactPoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/contact-points/{point}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Proposes to enable a disabled contact point again
         * @description For administrators of its agency and of the coordinating agency. Another one confirms it.
         */
        post: operations["enableContactPoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/agencies/{agency}/closed-days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The closed days and half days of an agency */
        get: operations["listClosedDays"];
        put?: never;
        /**
         * Proposes a closed day or a half day
         * @description A closed day is no working day. A half day is a working day on which the desks close early.
         */
        post: operations["addClosedDay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/agencies/{agency}/closed-days/{day}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Proposes to remove a closed day or a half day */
        post: operations["removeClosedDay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The webhooks of the caller's agency */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Proposes a webhook
         * @description Another administrator confirms it. It gets messages as soon as a secret is made.
         */
        post: operations["addWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/webhooks/{webhook}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Proposes to remove a webhook */
        post: operations["removeWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/webhooks/{webhook}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a new signing secret, and answers it once
         * @description The previous secret also signs for 24 hours. Requires a recent authentication (RFC 9470).
         */
        post: operations["renewWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/webhooks/{webhook}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enables a webhook that Liaise disabled */
        post: operations["enableWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/webhooks/{webhook}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The deliveries of a webhook, newest first */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/webhooks/{webhook}/deliveries/send-failed-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends all failed deliveries of a webhook again, with the same ids */
        post: operations["sendFailedDeliveriesAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/webhooks/deliveries/{delivery}/send-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a delivery again, with the same id */
        post: operations["sendWebhookDeliveryAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Present and next absences of the people of the agency */
        get: operations["listAbsences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/absences/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enters an absence, which replaces the one before
         * @description People enter their own. Supervisors and administrators enter those of everybody at their agency. Letters for the person go to the deputy too.
         */
        post: operations["enterAbsence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/absences/{person}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Removes an absence */
        post: operations["removeAbsence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Recipients that must erase their copies, and whether they confirmed it
         * @description For supervisors and data protection officers of the coordinating agency. Those that have not confirmed come first.
         */
        get: operations["listErasures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Requests of a year by country, urgency, kind and month: granted, refused, in time, and how long they took
         * @description Each figure belongs to the month of its event (UTC), so the figures of a past year never change. Those of other agencies' referrals are not included.
         */
        get: operations["readStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Planned maintenance and outages of mail that operators announce */
        get: operations["readStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/announcements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Announces maintenance or an outage of mail on every page, and in the status
         * @description For supervisors and administrators of the coordinating agency. It ends at its end, or if it is withdrawn.
         */
        post: operations["announce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/announcements/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends an announcement at once */
        post: operations["withdrawAnnouncement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submission-batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit many files
         * @description A form with reports, the details of their files, and referrals in JSON. The details of files belong to the report with their number. The answer has one result for each file; a refused file does not stop the others. If files are `not-sent`, or no answer arrives, send the same files again: nothing is submitted twice.
         */
        post: operations["submitBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{ref}/acts/supplement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * supplement: more particulars; every recipient that has the case is notified
         * @description liaison-officer of the sender, from received, awaiting-information, triaged, referred, held, closure-proposed
         */
        post: operations["supplement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/guard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what the material guard would refuse, leave out or count
         * @description JSON is read as one referral, an XML report as a report, and any other body as one text. Nothing is stored. The answer has fields, codes and numbers, and no content.
         */
        post: operations["examineMaterial"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Absences: {
            absences: {
                personId: string;
                name: string;
                /** @description IANA time zone of the person, in which days begin and end */
                zone: string;
                /** @description The first day of the absence */
                from: string;
                /** @description The last day of the absence */
                until: string;
                /** @description Who acts meanwhile, and gets letters for the person too */
                deputyId?: string;
            }[];
        };
        /** @description A person who acts for an agency, or the engine */
        Actor: {
            /** @constant */
            kind: "person";
            personId: string;
            agencyId: string;
            readonly roles: ("liaison-officer" | "partner-officer" | "supervisor" | "auditor" | "administrator" | "data-protection-officer" | "service")[];
        } | {
            /** @constant */
            kind: "engine";
        };
        AdministeredAgencies: {
            agencies: {
                id: string;
                name: string;
                /** @description null for an international organisation */
                country: string | null;
                /** @enum {string} */
                type: "law-enforcement" | "judicial" | "government" | "child-protection" | "non-profit" | "industry" | "international-organisation";
                coordinating: boolean;
                disabled: boolean;
                /** @description Send it with a change: if the agency has changed since, the change is refused (412) */
                version: string;
            }[];
        };
        Clock: {
            id: string;
            /** @enum {string} */
            name: "triage" | "acknowledge" | "first-answer" | "decide" | "removal" | "outcome" | "measure" | "clarification" | "consent-onward" | "find-recipient" | "closure-approval" | "written-confirmation" | "translation" | "retention-review" | "preservation";
            subject: {
                /** @constant */
                of: "referral";
            } | {
                /** @constant */
                of: "recipient";
                recipientId: string;
            } | {
                /** @constant */
                of: "question";
                questionId: string;
            } | {
                /** @constant */
                of: "translation";
                translationId: string;
                asked?: {
                    /** @constant */
                    kind: "sender";
                } | {
                    /** @constant */
                    kind: "coordinator";
                } | {
                    /** @constant */
                    kind: "recipient";
                    recipientId: string;
                };
            };
            /**
             * @description Whose turn it is while it runs
             * @enum {string}
             */
            debtor: "sender" | "coordinator" | "recipient";
            amount: number;
            /** @enum {string} */
            unit: "minutes" | "hours" | "calendar-days" | "working-days" | "weeks" | "months" | "years";
            /** @description IANA zone whose day it counts */
            zone: string;
            /** @enum {string} */
            onExpiry: "breach" | "escalate" | "tacit-clearance" | "duty-lapses" | "auto-erase" | "proceed-by-rule";
            extension: {
                max: number;
                count: number;
                reasonRequired: boolean;
                /** @description The only reasons for which it can be extended. Absent if every reason is accepted */
                reasons?: ("judicial-authorisation" | "third-party" | "complexity" | "other")[];
            };
            policyVersion: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            startedAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            dueAt: string;
            /** @description Still to be given; the first is the next */
            warnings: {
                fraction: number;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                at: string;
                /** @description Set if the policy defines the warning by the time that is left */
                before?: {
                    amount: number;
                    /** @enum {string} */
                    unit: "minutes" | "hours" | "calendar-days" | "working-days" | "weeks" | "months" | "years";
                };
            }[];
            /** @description How often it was extended */
            extensions: number;
            /** @description What the due instant is computed from: rules, calendar, pauses and extensions */
            counted?: {
                counting: {
                    /** @constant */
                    rule: 1;
                    excludeFirstUnit?: boolean;
                    rollForward?: boolean;
                    calendar?: {
                        /** @description Country or region, for example DE or DE-BY */
                        place?: string;
                        /** @description ISO 8601 weekdays: 6 is Saturday */
                        weekend: number[];
                        closed: {
                            day: string;
                            /** @enum {string} */
                            why: "holiday" | "closed-day";
                            name: string;
                        }[];
                        /** @description Working days on which the agency closes early. They count */
                        halfDays?: {
                            day: string;
                            name: string;
                            closesAt: string;
                        }[];
                        /** @description The last date that was looked up */
                        until: string;
                    };
                    latestOf?: {
                        amount: number;
                        /** @enum {string} */
                        unit: "minutes" | "hours" | "calendar-days" | "working-days" | "weeks" | "months" | "years";
                        excludeFirstUnit?: boolean;
                        rollForward?: boolean;
                        source?: string;
                    }[];
                    earliestOf?: {
                        amount: number;
                        /** @enum {string} */
                        unit: "minutes" | "hours" | "calendar-days" | "working-days" | "weeks" | "months" | "years";
                        excludeFirstUnit?: boolean;
                        rollForward?: boolean;
                        source?: string;
                    }[];
                    requested?: {
                        /**
                         * Format: date-time
                         * @description ISO 8601 in UTC
                         */
                        at: string;
                        floor: {
                            amount: number;
                            /** @enum {string} */
                            unit: "minutes" | "hours" | "calendar-days" | "working-days" | "weeks" | "months" | "years";
                        };
                    };
                    pauseCap?: {
                        amount: number;
                        /** @enum {string} */
                        unit: "minutes" | "hours" | "calendar-days" | "working-days" | "weeks" | "months" | "years";
                    };
                    pauseOn: string[];
                    stops: string[];
                    repeats?: number;
                    /** @description It starts again with this period each time it expires */
                    thereafter?: {
                        amount: number;
                        /** @enum {string} */
                        unit: "minutes" | "hours" | "calendar-days" | "working-days" | "weeks" | "months" | "years";
                    };
                    /** @description IANA time zones of the parties at the start; absent for clocks of earlier versions */
                    zones?: {
                        sender: string;
                        recipient?: string;
                    };
                };
                pauses: {
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    from: string;
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    to: string;
                }[];
                extendedBy: number;
                planned: {
                    fraction: number;
                    /** @description Set if the policy defines the warning by the time that is left */
                    before?: {
                        amount: number;
                        /** @enum {string} */
                        unit: "minutes" | "hours" | "calendar-days" | "working-days" | "weeks" | "months" | "years";
                    };
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    at?: string;
                }[];
            };
            state: {
                /** @constant */
                status: "running";
            } | {
                /** @constant */
                status: "paused";
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                since: string;
                /**
                 * @description Absent if a question is open
                 * @enum {string}
                 */
                reason?: "question" | "translation";
                /** @description When pauses have reached their longest time */
                cap?: {
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    at: string;
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    dueAt: string;
                    warnings: {
                        fraction: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601 in UTC
                         */
                        at: string;
                        /** @description Set if the policy defines the warning by the time that is left */
                        before?: {
                            amount: number;
                            /** @enum {string} */
                            unit: "minutes" | "hours" | "calendar-days" | "working-days" | "weeks" | "months" | "years";
                        };
                    }[];
                    midnights?: number;
                    calendar?: {
                        /** @description Country or region, for example DE or DE-BY */
                        place?: string;
                        /** @description ISO 8601 weekdays: 6 is Saturday */
                        weekend: number[];
                        closed: {
                            day: string;
                            /** @enum {string} */
                            why: "holiday" | "closed-day";
                            name: string;
                        }[];
                        /** @description Working days on which the agency closes early. They count */
                        halfDays?: {
                            day: string;
                            name: string;
                            closesAt: string;
                        }[];
                        /** @description The last date that was looked up */
                        until: string;
                    };
                };
            } | {
                /** @constant */
                status: "expired";
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                at: string;
            } | {
                /** @constant */
                status: "stopped";
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                at: string;
                late: boolean;
            };
        };
        Clocks: {
            reference: string;
            clocks: {
                clock: components["schemas"]["Clock"];
                /** @description As recorded at the start. null for a clock of an earlier version, if the policy has another one now */
                basis: {
                    /** @enum {string} */
                    level: "STATUTORY" | "TARGET";
                    text: string;
                    /** @description The act and the article */
                    source?: string;
                } | null;
                /** @description All that happened to it, in order */
                lines: ({
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    at: string;
                    /** @constant */
                    what: "started";
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    dueAt: string;
                    warnings: {
                        fraction: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601 in UTC
                         */
                        at: string;
                        /** @description Set if the policy defines the warning by the time that is left */
                        before?: {
                            amount: number;
                            /** @enum {string} */
                            unit: "minutes" | "hours" | "calendar-days" | "working-days" | "weeks" | "months" | "years";
                        };
                    }[];
                } | {
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    at: string;
                    /** @constant */
                    what: "paused";
                    /** @enum {string} */
                    reason: "question" | "translation";
                } | {
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    at: string;
                    /** @constant */
                    what: "resumed";
                    /** @enum {string} */
                    reason: "question" | "translation";
                    /** @description The time that was counted as a pause, in milliseconds */
                    paused: number;
                    /** @description The midnights of the pause, which move a deadline in days */
                    midnights?: number;
                    /**
                     * @description The pause ended because all pauses reached their longest time
                     * @constant
                     */
                    capped?: true;
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    dueAt: string;
                    warnings: {
                        fraction: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601 in UTC
                         */
                        at: string;
                        /** @description Set if the policy defines the warning by the time that is left */
                        before?: {
                            amount: number;
                            /** @enum {string} */
                            unit: "minutes" | "hours" | "calendar-days" | "working-days" | "weeks" | "months" | "years";
                        };
                    }[];
                } | {
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    at: string;
                    /** @constant */
                    what: "extended";
                    amount: number;
                    /** @enum {string} */
                    reason?: "judicial-authorisation" | "third-party" | "complexity" | "other";
                    /** @description The entry whose words give the reason; read with the particulars */
                    reasonSeq?: number;
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    estimateAt?: string;
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    dueAt: string;
                    warnings: {
                        fraction: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601 in UTC
                         */
                        at: string;
                        /** @description Set if the policy defines the warning by the time that is left */
                        before?: {
                            amount: number;
                            /** @enum {string} */
                            unit: "minutes" | "hours" | "calendar-days" | "working-days" | "weeks" | "months" | "years";
                        };
                    }[];
                } | {
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    at: string;
                    /** @constant */
                    what: "warned";
                    fraction: number;
                } | {
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    at: string;
                    /** @constant */
                    what: "expired";
                    /** @enum {string} */
                    action: "breach" | "escalate" | "tacit-clearance" | "duty-lapses" | "auto-erase" | "proceed-by-rule";
                } | {
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    at: string;
                    /** @constant */
                    what: "stopped";
                    by: string;
                    late: boolean;
                } | {
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    at: string;
                    /** @constant */
                    what: "restored";
                } | {
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    at: string;
                    /** @constant */
                    what: "offset-changed";
                    from: number;
                    to: number;
                })[];
                /** @description How the due instant was computed; absent for clocks of earlier versions */
                computation?: {
                    /**
                     * @description Its own period, a limit of the policy, or the date that the sender asked for
                     * @enum {string}
                     */
                    of: "own" | "latest" | "earliest" | "requested";
                    amount: number;
                    /** @enum {string} */
                    unit: "minutes" | "hours" | "calendar-days" | "working-days" | "weeks" | "months" | "years";
                    /** @description The act and article of a limit */
                    source?: string;
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    dueAt: string;
                    /** @description Whether the clock is due at the end of this period */
                    decisive: boolean;
                    /** @description The steps of the computation, as "liaise deadline --json" prints them */
                    steps: ({
                        step: string;
                    } & {
                        [key: string]: unknown;
                    })[];
                }[];
                due: {
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    at: string;
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    recomputedAt: string;
                    readings: {
                        /** @enum {string} */
                        of: "clock" | "sender" | "recipient" | "utc";
                        zone: string;
                        time: string;
                    }[];
                };
                /** @description The same for people, in the language of the answer */
                text: string;
            }[];
        };
        Decided: {
            /**
             * @description confirmed-once: one more administrator must confirm it
             * @enum {string}
             */
            outcome: "applied" | "unchanged" | "confirmed-once" | "rejected" | "withdrawn" | "announced";
        };
        Directory: {
            agencies: {
                id: string;
                name: string;
                /** @description null for an international organisation */
                country: string | null;
                /** @enum {string} */
                type: "law-enforcement" | "judicial" | "government" | "child-protection" | "non-profit" | "industry" | "international-organisation";
                coordinating: boolean;
            }[];
            contactPoints: {
                id: string;
                agencyId: string;
                country: string;
                /** @enum {string} */
                type: "national-contact-point" | "spoc" | "europol-national-unit" | "interpol-ncb" | "budapest-24-7" | "liaison-attache" | "inhope-hotline" | "child-protection" | "judicial" | "industry-trust-and-safety";
                name: string;
                deputyId?: string;
                zone: string;
                /** @description The country or region whose public holidays it has, for example DE-BY. Default: its country */
                calendar?: string;
                /** @description 24/7, 08:00-16:00 on working days, or by weekday: Mo-Fr 08:00-12:00,13:00-16:00; Sa 09:00-12:00 */
                hours: string;
                languages: string[];
                capabilities: ("investigation" | "victim-identification" | "safeguarding" | "victim-support" | "offender-management" | "content-removal" | "data-preservation" | "prosecution" | "reporting-hotline" | "prevention" | "awareness" | "legislation")[];
                kinds: ("case-referral" | "information-request" | "own-initiative-information" | "preservation-request" | "emergency-disclosure-request" | "takedown-notice")[];
                clearances: ("H0" | "H1" | "H2" | "H3")[];
                /** @description The most referrals that may wait for its acknowledgement. Beyond it, routing prefers others */
                capacity?: number;
                /** @description A drill is started so many days after the last one. Without it, drills are started by hand only */
                drillDays?: number;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                verifiedAt: string;
                /** @description Routing leaves it out, and nothing is sent to it */
                disabled?: boolean;
            }[];
            capabilities: {
                country: string;
                /** @enum {string} */
                capability: "investigation" | "victim-identification" | "safeguarding" | "victim-support" | "offender-management" | "content-removal" | "data-preservation" | "prosecution" | "reporting-hotline" | "prevention" | "awareness" | "legislation";
                /** @enum {string} */
                level: "none" | "partial" | "full";
                providerIds: string[];
                /** @description When it was last confirmed */
                verifiedAt: string | null;
                /** @description The agency of the person who stated or confirmed it */
                recordedBy?: string;
            }[];
        };
        Dossier: {
            /** @constant */
            format: "liaise-dossier/1";
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            madeAt: string;
            /**
             * @description How the content may be used. Keep it with every copy
             * @enum {string}
             */
            handlingCode: "H0" | "H1" | "H2" | "H3";
            /** @enum {string} */
            tlp: "red" | "amber+strict" | "amber" | "green" | "clear";
            /** @description The person or system for which it was made */
            reader: {
                personId: string;
                name: string;
                agencyId: string;
                agency: string;
            };
            /** @description Why the particulars were read; absent if they are not included */
            purpose?: {
                /** @enum {string} */
                code: "decide-acceptance" | "act-on-case" | "triage" | "supervise" | "answer-data-subject" | "oversight" | "emergency" | "other";
                text: string;
            };
            /** @description As disclosed to the reader */
            referral: {
                /** Format: uuid */
                id: string;
                reference: string;
                /** @enum {string} */
                status: "received" | "awaiting-information" | "triaged" | "referred" | "held" | "closure-proposed" | "closed" | "erased";
                /** @description 1, plus one for each reopening */
                round: number;
                senderAgencyId: string;
                senderPersonId: string;
                coordinatorAgencyId: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                submittedAt: string;
                /**
                 * @description Decided in triage; until then as the sender requested, which the proposal may raise
                 * @enum {string}
                 */
                urgency: "emergency" | "urgent" | "standard" | "informational";
                facts: {
                    /** @enum {string} */
                    kind: "case-referral" | "information-request" | "own-initiative-information" | "preservation-request" | "emergency-disclosure-request" | "takedown-notice";
                    /**
                     * @description As the sender requested
                     * @enum {string}
                     */
                    urgency: "emergency" | "urgent" | "standard" | "informational";
                    urgencyGrounds: ("threat-to-public-security" | "threat-to-life-or-integrity" | "deprivation-of-liberty-decision" | "information-loses-relevance" | "ongoing-child-abuse")[];
                    crimeAreas: ("csam-distribution" | "grooming-solicitation" | "sexual-extortion" | "live-streamed-abuse" | "csam-production" | "child-trafficking" | "other")[];
                    /** @enum {string} */
                    capability: "investigation" | "victim-identification" | "safeguarding" | "victim-support" | "offender-management" | "content-removal" | "data-preservation" | "prosecution" | "reporting-hotline";
                    /** @enum {string} */
                    handlingCode: "H0" | "H1" | "H2" | "H3";
                    evaluation: {
                        /** @enum {string} */
                        source: "A" | "B" | "C" | "X";
                        /** @enum {string} */
                        information: "1" | "2" | "3" | "4";
                    };
                    /** @enum {string} */
                    tlp: "red" | "amber+strict" | "amber" | "green" | "clear";
                    /** @enum {string} */
                    legalInstrument: "directive-2023-977" | "eio-directive-2014-41" | "e-evidence-regulation-2023-1543" | "budapest-convention" | "cets-224" | "national-law" | "none";
                    /** @enum {string} */
                    transferBasis?: "within-eu" | "adequacy" | "appropriate-safeguards" | "derogation";
                    /** @enum {string} */
                    informationAccess?: "direct" | "indirect";
                    /** @description ISO 8601 in UTC */
                    answerBy?: string;
                    languages: string[];
                    /** @description ISO 8601 in UTC */
                    incidentAt?: string;
                    indicators: {
                        country: string | null;
                        /** @enum {string} */
                        basis: "ip-geolocation" | "estimated-location" | "phone-prefix" | "postal-address" | "hosting-location" | "legal-process" | "prior-report" | "victim-location" | "suspect-location" | "nationality" | "language" | "manual";
                        /** @enum {string} */
                        party?: "suspect" | "victim";
                        verified: boolean;
                        proxySuspected: boolean;
                    }[];
                    materialCount: number;
                    /**
                     * @description A test referral that asks for an acknowledgement only
                     * @constant
                     */
                    drill?: true;
                };
                triage: {
                    /** @constant */
                    state: "open";
                } | {
                    /** @constant */
                    state: "proposed";
                    proposal: {
                        /** @enum {string} */
                        urgency: "emergency" | "urgent" | "standard" | "informational";
                        urgencyReasons: string[];
                        urgencyGrounds: ("threat-to-public-security" | "threat-to-life-or-integrity" | "deprivation-of-liberty-decision" | "information-loses-relevance" | "ongoing-child-abuse")[];
                        countries: {
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            score: number;
                            reasons: string[];
                        }[];
                        /** @enum {string} */
                        verdict: "clear" | "tie" | "none";
                        verdictReasons: string[];
                        /** @enum {string} */
                        capability: "investigation" | "victim-identification" | "safeguarding" | "victim-support" | "offender-management" | "content-removal" | "data-preservation" | "prosecution" | "reporting-hotline";
                        capabilityReasons: string[];
                        ruleVersion: string;
                    };
                } | {
                    /** @constant */
                    state: "decided";
                    proposal?: {
                        /** @enum {string} */
                        urgency: "emergency" | "urgent" | "standard" | "informational";
                        urgencyReasons: string[];
                        urgencyGrounds: ("threat-to-public-security" | "threat-to-life-or-integrity" | "deprivation-of-liberty-decision" | "information-loses-relevance" | "ongoing-child-abuse")[];
                        countries: {
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            score: number;
                            reasons: string[];
                        }[];
                        /** @enum {string} */
                        verdict: "clear" | "tie" | "none";
                        verdictReasons: string[];
                        /** @enum {string} */
                        capability: "investigation" | "victim-identification" | "safeguarding" | "victim-support" | "offender-management" | "content-removal" | "data-preservation" | "prosecution" | "reporting-hotline";
                        capabilityReasons: string[];
                        ruleVersion: string;
                    };
                    decision: {
                        /** @enum {string} */
                        urgency: "emergency" | "urgent" | "standard" | "informational";
                        urgencyGrounds: ("threat-to-public-security" | "threat-to-life-or-integrity" | "deprivation-of-liberty-decision" | "information-loses-relevance" | "ongoing-child-abuse")[];
                        countries: string[];
                        /** @enum {string} */
                        capability: "investigation" | "victim-identification" | "safeguarding" | "victim-support" | "offender-management" | "content-removal" | "data-preservation" | "prosecution" | "reporting-hotline";
                        wanted: {
                            contactPointId: string;
                            agencyId: string;
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            /** @enum {string} */
                            type: "national-contact-point" | "spoc" | "europol-national-unit" | "interpol-ncb" | "budapest-24-7" | "liaison-attache" | "inhope-hotline" | "child-protection" | "judicial" | "industry-trust-and-safety";
                        }[];
                    };
                };
                unrouted: string[];
                /** @description No recipient was found there, and a supervisor has not decided yet */
                unserved?: string[];
                recipients: {
                    /** @description Within the referral, for example r1 */
                    id: string;
                    contactPointId: string;
                    agencyId: string;
                    /** @description ISO 3166-1 alpha-2 */
                    country: string;
                    /** @enum {string} */
                    type: "national-contact-point" | "spoc" | "europol-national-unit" | "interpol-ncb" | "budapest-24-7" | "liaison-attache" | "inhope-hotline" | "child-protection" | "judicial" | "industry-trust-and-safety";
                    /** @enum {string} */
                    status: "sent" | "delivered" | "acknowledged" | "accepted" | "outcome-reported" | "declined" | "referred-onward" | "recalled" | "delivery-failed" | "unresponsive";
                    round: number;
                    hop: number;
                    parentId?: string;
                    /** @description The first recipient of its chain of onward referrals and replacements */
                    chainId?: string;
                    /** @enum {string} */
                    opened: "route" | "replacement" | "onward" | "override";
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    openedAt: string;
                    /**
                     * @description It coordinates the other recipients
                     * @constant
                     */
                    lead?: true;
                    acknowledged: {
                        /** @constant */
                        state: "no";
                    } | {
                        /** @constant */
                        state: "yes";
                        /**
                         * Format: date-time
                         * @description ISO 8601 in UTC
                         */
                        at: string;
                        late: boolean;
                    };
                    replacement: {
                        /** @constant */
                        state: "not-needed";
                    } | {
                        /** @constant */
                        state: "due";
                        /**
                         * Format: date-time
                         * @description ISO 8601 in UTC
                         */
                        at: string;
                    } | {
                        /** @constant */
                        state: "awaits-supervisor";
                    } | {
                        /** @constant */
                        state: "done";
                    };
                    onward: {
                        /** @constant */
                        state: "none";
                    } | {
                        /** @constant */
                        state: "consent-asked";
                        choice: {
                            contactPointId: string;
                            agencyId: string;
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            /** @enum {string} */
                            type: "national-contact-point" | "spoc" | "europol-national-unit" | "interpol-ncb" | "budapest-24-7" | "liaison-attache" | "inhope-hotline" | "child-protection" | "judicial" | "industry-trust-and-safety";
                        };
                    } | {
                        /** @constant */
                        state: "consented";
                    };
                    /** @description The last one is in force */
                    outcomes: {
                        /** @enum {string} */
                        outcome: "case-opened" | "linked-to-existing-case" | "victim-identified" | "victim-safeguarded" | "suspect-identified" | "arrest" | "prosecution" | "content-removed" | "data-preserved" | "information-provided" | "not-illegal-under-national-law" | "not-actionable" | "no-further-action";
                        final: boolean;
                        /**
                         * Format: date-time
                         * @description ISO 8601 in UTC
                         */
                        at: string;
                        /**
                         * @description It replaces the final outcome before it
                         * @constant
                         */
                        corrects?: true;
                        /** @description The person who reported it may correct it until then */
                        correctable?: {
                            by: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601 in UTC
                             */
                            until: string;
                        };
                    }[];
                    recallConfirmed: boolean;
                    /**
                     * @description Absent if it reported no preserved data
                     * @enum {string}
                     */
                    preserved?: "reported" | "confirmed" | "ended";
                    /**
                     * @description After an erasure on order: whether the recipient confirmed that it erased its copies
                     * @enum {string}
                     */
                    erasure?: "asked" | "confirmed";
                }[];
                questions: {
                    /** @description Within the referral, for example q1 */
                    id: string;
                    asker: {
                        /** @constant */
                        kind: "coordinator";
                    } | {
                        /** @constant */
                        kind: "recipient";
                        recipientId: string;
                    };
                    /** @description The language in which the answer is needed */
                    language?: string;
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    askedAt: string;
                    /** @enum {string} */
                    state: "open" | "expired" | "answered" | "lapsed";
                }[];
                translations?: {
                    /** @description Within the referral, for example t1 */
                    id: string;
                    asker: {
                        /** @constant */
                        kind: "sender";
                    } | {
                        /** @constant */
                        kind: "coordinator";
                    } | {
                        /** @constant */
                        kind: "recipient";
                        recipientId: string;
                    };
                    /** @description The party that must translate */
                    of: {
                        /** @constant */
                        kind: "sender";
                    } | {
                        /** @constant */
                        kind: "coordinator";
                    } | {
                        /** @constant */
                        kind: "recipient";
                        recipientId: string;
                    };
                    /** @description ISO 639-1; one of them is enough */
                    languages: string[];
                    /** @description The question whose answer is translated */
                    ofQuestion?: string;
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    askedAt: string;
                    /** @enum {string} */
                    state: "open" | "expired" | "delivered" | "lapsed";
                }[];
                clocks: components["schemas"]["Clock"][];
                /** @description The person who handles it, by agency */
                handlers: {
                    [key: string]: string;
                };
                /** @description The last act of the caller's agency, if its author may take it back until then */
                undo?: {
                    /** @enum {string} */
                    act: "complete-triage" | "mark-duplicate" | "propose-closure" | "assign";
                    by: string;
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    until: string;
                };
                /** @description The number that the caller's agency uses for the case. No other agency sees it */
                ownReference?: string;
                /** @description The last request that was made by voice first, and whether the sender confirmed it in writing */
                oralRequest?: {
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    requestedAt: string;
                    confirmed: boolean;
                };
                links: {
                    otherId: string;
                    /** @enum {string} */
                    kind: "related" | "same-series" | "same-victim" | "possible-duplicate";
                }[];
                withdrawal: {
                    /** @constant */
                    state: "none";
                } | {
                    /** @constant */
                    state: "asked";
                    by: components["schemas"]["Actor"];
                };
                ending: {
                    /** @constant */
                    state: "none";
                } | {
                    /** @constant */
                    state: "proposed";
                    /** @enum {string} */
                    kind: "completed" | "no-recipient";
                    by: components["schemas"]["Actor"];
                } | {
                    /** @constant */
                    state: "closed";
                    closure: {
                        /** @enum {string} */
                        kind: "completed" | "rejected-at-intake" | "informational" | "withdrawn" | "no-recipient";
                    } | {
                        /** @constant */
                        kind: "duplicate";
                        of: string;
                    };
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    at: string;
                };
                retention?: {
                    /**
                     * Format: date-time
                     * @description A supervisor decided to keep the referral until then
                     */
                    until?: string;
                    /** @description Without a decision by dueAt, the referral is erased */
                    review?: {
                        /**
                         * Format: date-time
                         * @description ISO 8601 in UTC
                         */
                        askedAt: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601 in UTC
                         */
                        dueAt: string;
                    };
                };
                /** @description While it is set, nothing is erased */
                legalHold?: {
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    at: string;
                    by: components["schemas"]["Actor"];
                };
                /** @description The sender ordered the erasure */
                erasureOrder?: {
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    at: string;
                    by: components["schemas"]["Actor"];
                };
            };
            clocks: {
                clock: components["schemas"]["Clock"];
                /** @description As recorded at the start. null for a clock of an earlier version, if the policy has another one now */
                basis: {
                    /** @enum {string} */
                    level: "STATUTORY" | "TARGET";
                    text: string;
                    /** @description The act and the article */
                    source?: string;
                } | null;
                /** @description All that happened to it, in order */
                lines: ({
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    at: string;
                    /** @constant */
                    what: "started";
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    dueAt: string;
                    warnings: {
                        fraction: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601 in UTC
                         */
                        at: string;
                        /** @description Set if the policy defines the warning by the time that is left */
                        before?: {
                            amount: number;
                            /** @enum {string} */
                            unit: "minutes" | "hours" | "calendar-days" | "working-days" | "weeks" | "months" | "years";
                        };
                    }[];
                } | {
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    at: string;
                    /** @constant */
                    what: "paused";
                    /** @enum {string} */
                    reason: "question" | "translation";
                } | {
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    at: string;
                    /** @constant */
                    what: "resumed";
                    /** @enum {string} */
                    reason: "question" | "translation";
                    /** @description The time that was counted as a pause, in milliseconds */
                    paused: number;
                    /** @description The midnights of the pause, which move a deadline in days */
                    midnights?: number;
                    /**
                     * @description The pause ended because all pauses reached their longest time
                     * @constant
                     */
                    capped?: true;
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    dueAt: string;
                    warnings: {
                        fraction: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601 in UTC
                         */
                        at: string;
                        /** @description Set if the policy defines the warning by the time that is left */
                        before?: {
                            amount: number;
                            /** @enum {string} */
                            unit: "minutes" | "hours" | "calendar-days" | "working-days" | "weeks" | "months" | "years";
                        };
                    }[];
                } | {
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    at: string;
                    /** @constant */
                    what: "extended";
                    amount: number;
                    /** @enum {string} */
                    reason?: "judicial-authorisation" | "third-party" | "complexity" | "other";
                    /** @description The entry whose words give the reason; read with the particulars */
                    reasonSeq?: number;
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    estimateAt?: string;
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    dueAt: string;
                    warnings: {
                        fraction: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601 in UTC
                         */
                        at: string;
                        /** @description Set if the policy defines the warning by the time that is left */
                        before?: {
                            amount: number;
                            /** @enum {string} */
                            unit: "minutes" | "hours" | "calendar-days" | "working-days" | "weeks" | "months" | "years";
                        };
                    }[];
                } | {
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    at: string;
                    /** @constant */
                    what: "warned";
                    fraction: number;
                } | {
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    at: string;
                    /** @constant */
                    what: "expired";
                    /** @enum {string} */
                    action: "breach" | "escalate" | "tacit-clearance" | "duty-lapses" | "auto-erase" | "proceed-by-rule";
                } | {
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    at: string;
                    /** @constant */
                    what: "stopped";
                    by: string;
                    late: boolean;
                } | {
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    at: string;
                    /** @constant */
                    what: "restored";
                } | {
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    at: string;
                    /** @constant */
                    what: "offset-changed";
                    from: number;
                    to: number;
                })[];
                /** @description How the due instant was computed; absent for clocks of earlier versions */
                computation?: {
                    /**
                     * @description Its own period, a limit of the policy, or the date that the sender asked for
                     * @enum {string}
                     */
                    of: "own" | "latest" | "earliest" | "requested";
                    amount: number;
                    /** @enum {string} */
                    unit: "minutes" | "hours" | "calendar-days" | "working-days" | "weeks" | "months" | "years";
                    /** @description The act and article of a limit */
                    source?: string;
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    dueAt: string;
                    /** @description Whether the clock is due at the end of this period */
                    decisive: boolean;
                    /** @description The steps of the computation, as "liaise deadline --json" prints them */
                    steps: ({
                        step: string;
                    } & {
                        [key: string]: unknown;
                    })[];
                }[];
                due: {
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    at: string;
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    recomputedAt: string;
                    readings: {
                        /** @enum {string} */
                        of: "clock" | "sender" | "recipient" | "utc";
                        zone: string;
                        time: string;
                    }[];
                };
                /** @description The same for people, in the language of the answer */
                text: string;
            }[];
            timeline: {
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                at: string;
                /** @description The number of the entry. The entries that the caller's agency sees are numbered without gaps */
                seq: number;
                /** @enum {string} */
                kind: "act" | "clock" | "letter";
                /** @description What happened, for example acknowledged or clock-started */
                moment: string;
                by: components["schemas"]["Actor"];
                /** @description A readable text in English, without particulars */
                text: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                dueAt?: string;
            }[];
            particulars?: {
                /** @description The number of the entry, as in the timeline */
                seq: number;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                at: string;
                by: components["schemas"]["Actor"];
                event: string;
                /** @description As submitted: a text, an addition, or a submission with its loss report; "withheld" if it is not complete */
                words: unknown;
            }[];
            /** @description Versions of the clock policies that the clocks were started with */
            policyVersions: string[];
            /** @description The newest signed checkpoint of the audit log */
            checkpoint?: {
                origin: string;
                size: number;
                root: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                signedAt: string;
            };
        };
        Drills: {
            contactPoints: {
                contactPointId: string;
                /** @description When the schedule starts the next drill; "due" if it waits for the desk to open; null without one */
                next: string | null;
                /** @description The newest first, at most three */
                drills: {
                    /** Format: uuid */
                    referralId: string;
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    startedAt: string;
                    /** @enum {string} */
                    result: "running" | "acknowledged" | "unanswered";
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    acknowledgedAt?: string;
                }[];
            }[];
        };
        Erasures: {
            erasures: {
                reference: string;
                recipientId: string;
                agencyId: string;
                country: string;
                /** @enum {string} */
                ground: "retention-ended" | "sender-order" | "supervisor-order";
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                orderedAt: string;
                /**
                 * Format: date-time
                 * @description Until then, the recipient must confirm
                 */
                dueAt: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                confirmedAt?: string;
                /** @enum {string} */
                state: "overdue" | "open" | "confirmed";
            }[];
        };
        GuardExamination: {
            /**
             * @description How the body was read
             * @enum {string}
             */
            form: "referral" | "report" | "text" | "binary";
            /**
             * @description The body begins like JSON or XML, but is no referral or report: a submission of it is refused
             * @enum {string}
             */
            unreadableAs?: "referral" | "report";
            /**
             * @description The worst outcome
             * @enum {string}
             */
            verdict: "accepted" | "left-out" | "refused";
            bytes: number;
            /** @description What counts towards the budget of the referral */
            counted: {
                /** @description Bytes that neither a language nor the grammar of an identifier explains */
                opaque: number;
                /** @description Bytes of identifiers */
                identifiers: number;
                /** @description The number of hash values */
                hashes: number;
            };
            /** @description What one agency may send in a new referral */
            limits: {
                /** @description Bytes that neither a language nor the grammar of an identifier explains */
                opaque: number;
                /** @description Bytes of identifiers */
                identifiers: number;
                /** @description The number of hash values */
                hashes: number;
            };
            findings: {
                /** @description The field, or the element of a report; empty for the body as a whole */
                path: string;
                /** @description Of a report; counts from 1 */
                line?: number;
                /** @enum {string} */
                outcome: "refused" | "left-out" | "counted";
                /** @description A code, for example looks-like-file */
                reason: string;
                /** @description The format that was recognised */
                format?: string;
                bytes: number;
            }[];
            /** @description Findings beyond the first thousand */
            omitted: number;
        };
        Matches: {
            matches: {
                /** Format: uuid */
                referralId: string;
                reference: string;
                /** @enum {string} */
                by: "reference" | "own-reference" | "origin" | "hash";
            }[];
        };
        Me: {
            personId: string;
            name: string;
            agencyId: string;
            readonly roles: ("liaison-officer" | "partner-officer" | "supervisor" | "auditor" | "administrator" | "data-protection-officer" | "service")[];
            language: string;
            zone: string;
            /** @description Whether the agency triages and routes */
            coordinating: boolean;
            readonly agencies: {
                id: string;
                name: string;
            }[];
            via: {
                /** @constant */
                kind: "session";
            } | {
                /** @constant */
                kind: "token";
                readonly scopes: string[];
            };
        };
        Particulars: {
            reference: string;
            /** @enum {string} */
            handlingCode: "H0" | "H1" | "H2" | "H3";
            /** @enum {string} */
            tlp: "red" | "amber+strict" | "amber" | "green" | "clear";
            said: {
                /** @description The number of the entry, as in the timeline */
                seq: number;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                at: string;
                by: components["schemas"]["Actor"];
                event: string;
                /** @description As submitted: a text, an addition, or a submission with its loss report; "withheld" if it is not complete */
                words: unknown;
            }[];
        };
        PointHours: {
            contactPoints: {
                id: string;
                agencyId: string;
                name: string;
                zone: string;
                disabled: boolean;
                /** @description 24/7; 08:00-16:00 on every working day; or by weekday: Mo-Fr 08:00-16:00; Sa 09:00-12:00 */
                hours: string;
                /** @description Send it with a change: if the contact point has changed since, it is refused (412) */
                version: string;
            }[];
        };
        PossibleDuplicates: {
            reference: string;
            possibleDuplicates: {
                /** Format: uuid */
                referralId: string;
                reference: string;
                /** @description How many values of each kind both referrals have */
                shared: {
                    originReferences: number;
                    hashValues: number;
                    /** @description File ids of file details. A file without an id is compared by its hash values */
                    files: number;
                };
            }[];
        };
        Problem: {
            /** @description urn:liaise:problem:<code> */
            type: string;
            /** @description Summary of the type: the same for every problem with this code */
            title: string;
            /** @description What was refused this time, why, and what to do next; never content of the case */
            detail: string;
            status: number;
            /** @description Stable, for programs: for example WRONG_STATUS */
            code: string;
            /** @description The id of this request; give it when you ask about the problem */
            instance: string;
            /** @description The first field that is at fault, for example indicators.2.country */
            field?: string;
            /** @description Every fault of what was sent, at most 100 */
            faults?: {
                /** @description Of a report file: the path of the element */
                field: string;
                message: string;
                /** @description Of a report file; counts from 1 */
                line?: number;
                /** @description Of a report file; counts from 1 */
                column?: number;
            }[];
        };
        Proposal: {
            id: string;
            /** @enum {string} */
            status: "pending" | "expired" | "applied" | "rejected" | "withdrawn";
            /** @description The kind of change, for example add-agency or set-roles */
            change: string;
            /** @description The id of the agency, person or contact point */
            about: string;
            /** @description The agencies concerned */
            readonly agencies: string[];
            fields: {
                /** @description The id of the entry, if the proposal changes several */
                entry?: string;
                field: string;
                before: unknown;
                after: unknown;
            }[];
            proposer: {
                personId: string;
                agencyId: string;
            };
            /** @description Nobody signed in to propose it: two administrators must confirm it */
            needsTwo: boolean;
            /** @description How many open referrals the change would leave to others, by the deadline that they wait for */
            openWork?: {
                agencyId: string;
                work: {
                    task: string | null;
                    referrals: number;
                }[];
            }[];
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            proposedAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            expiresAt: string;
            decisions: {
                step: string;
                personId: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                at: string;
            }[];
            /** @description The caller proposed it */
            isOwn: boolean;
            /** @description The code of why the caller cannot confirm it; null if the caller can */
            obstacle: string | null;
            /**
             * Format: date-time
             * @description When an administrator without a colleague can confirm it
             */
            confirmableAt?: string;
        };
        Proposals: {
            proposals: components["schemas"]["Proposal"][];
        };
        Proposed: {
            /**
             * @description proposed: another administrator must confirm it; for a system, two must
             * @enum {string}
             */
            outcome: "proposed" | "unchanged" | "applied";
            proposalId?: string;
        };
        Receipt: {
            /** Format: uuid */
            referralId: string;
            reference: string;
            /** @enum {string} */
            status: "received" | "awaiting-information" | "triaged" | "referred" | "held" | "closure-proposed" | "closed" | "erased";
            /** @description Recipients and questions that it opened, for example r2, q1 */
            opened: string[];
            /** @description The number of its last entry, as in the timeline that the caller sees */
            seq: number;
            /** @description Hash values beyond the limit of the referral: the last ones of the request, which were not stored */
            hashesLeftOut?: number;
        };
        Referral: {
            /** Format: uuid */
            id: string;
            reference: string;
            /** @enum {string} */
            status: "received" | "awaiting-information" | "triaged" | "referred" | "held" | "closure-proposed" | "closed" | "erased";
            /** @description 1, plus one for each reopening */
            round: number;
            senderAgencyId: string;
            senderPersonId: string;
            coordinatorAgencyId: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            submittedAt: string;
            /**
             * @description Decided in triage; until then as the sender requested, which the proposal may raise
             * @enum {string}
             */
            urgency: "emergency" | "urgent" | "standard" | "informational";
            facts: {
                /** @enum {string} */
                kind: "case-referral" | "information-request" | "own-initiative-information" | "preservation-request" | "emergency-disclosure-request" | "takedown-notice";
                /**
                 * @description As the sender requested
                 * @enum {string}
                 */
                urgency: "emergency" | "urgent" | "standard" | "informational";
                urgencyGrounds: ("threat-to-public-security" | "threat-to-life-or-integrity" | "deprivation-of-liberty-decision" | "information-loses-relevance" | "ongoing-child-abuse")[];
                crimeAreas: ("csam-distribution" | "grooming-solicitation" | "sexual-extortion" | "live-streamed-abuse" | "csam-production" | "child-trafficking" | "other")[];
                /** @enum {string} */
                capability: "investigation" | "victim-identification" | "safeguarding" | "victim-support" | "offender-management" | "content-removal" | "data-preservation" | "prosecution" | "reporting-hotline";
                /** @enum {string} */
                handlingCode: "H0" | "H1" | "H2" | "H3";
                evaluation: {
                    /** @enum {string} */
                    source: "A" | "B" | "C" | "X";
                    /** @enum {string} */
                    information: "1" | "2" | "3" | "4";
                };
                /** @enum {string} */
                tlp: "red" | "amber+strict" | "amber" | "green" | "clear";
                /** @enum {string} */
                legalInstrument: "directive-2023-977" | "eio-directive-2014-41" | "e-evidence-regulation-2023-1543" | "budapest-convention" | "cets-224" | "national-law" | "none";
                /** @enum {string} */
                transferBasis?: "within-eu" | "adequacy" | "appropriate-safeguards" | "derogation";
                /** @enum {string} */
                informationAccess?: "direct" | "indirect";
                /** @description ISO 8601 in UTC */
                answerBy?: string;
                languages: string[];
                /** @description ISO 8601 in UTC */
                incidentAt?: string;
                indicators: {
                    country: string | null;
                    /** @enum {string} */
                    basis: "ip-geolocation" | "estimated-location" | "phone-prefix" | "postal-address" | "hosting-location" | "legal-process" | "prior-report" | "victim-location" | "suspect-location" | "nationality" | "language" | "manual";
                    /** @enum {string} */
                    party?: "suspect" | "victim";
                    verified: boolean;
                    proxySuspected: boolean;
                }[];
                materialCount: number;
                /**
                 * @description A test referral that asks for an acknowledgement only
                 * @constant
                 */
                drill?: true;
            };
            triage: {
                /** @constant */
                state: "open";
            } | {
                /** @constant */
                state: "proposed";
                proposal: {
                    /** @enum {string} */
                    urgency: "emergency" | "urgent" | "standard" | "informational";
                    urgencyReasons: string[];
                    urgencyGrounds: ("threat-to-public-security" | "threat-to-life-or-integrity" | "deprivation-of-liberty-decision" | "information-loses-relevance" | "ongoing-child-abuse")[];
                    countries: {
                        /** @description ISO 3166-1 alpha-2 */
                        country: string;
                        score: number;
                        reasons: string[];
                    }[];
                    /** @enum {string} */
                    verdict: "clear" | "tie" | "none";
                    verdictReasons: string[];
                    /** @enum {string} */
                    capability: "investigation" | "victim-identification" | "safeguarding" | "victim-support" | "offender-management" | "content-removal" | "data-preservation" | "prosecution" | "reporting-hotline";
                    capabilityReasons: string[];
                    ruleVersion: string;
                };
            } | {
                /** @constant */
                state: "decided";
                proposal?: {
                    /** @enum {string} */
                    urgency: "emergency" | "urgent" | "standard" | "informational";
                    urgencyReasons: string[];
                    urgencyGrounds: ("threat-to-public-security" | "threat-to-life-or-integrity" | "deprivation-of-liberty-decision" | "information-loses-relevance" | "ongoing-child-abuse")[];
                    countries: {
                        /** @description ISO 3166-1 alpha-2 */
                        country: string;
                        score: number;
                        reasons: string[];
                    }[];
                    /** @enum {string} */
                    verdict: "clear" | "tie" | "none";
                    verdictReasons: string[];
                    /** @enum {string} */
                    capability: "investigation" | "victim-identification" | "safeguarding" | "victim-support" | "offender-management" | "content-removal" | "data-preservation" | "prosecution" | "reporting-hotline";
                    capabilityReasons: string[];
                    ruleVersion: string;
                };
                decision: {
                    /** @enum {string} */
                    urgency: "emergency" | "urgent" | "standard" | "informational";
                    urgencyGrounds: ("threat-to-public-security" | "threat-to-life-or-integrity" | "deprivation-of-liberty-decision" | "information-loses-relevance" | "ongoing-child-abuse")[];
                    countries: string[];
                    /** @enum {string} */
                    capability: "investigation" | "victim-identification" | "safeguarding" | "victim-support" | "offender-management" | "content-removal" | "data-preservation" | "prosecution" | "reporting-hotline";
                    wanted: {
                        contactPointId: string;
                        agencyId: string;
                        /** @description ISO 3166-1 alpha-2 */
                        country: string;
                        /** @enum {string} */
                        type: "national-contact-point" | "spoc" | "europol-national-unit" | "interpol-ncb" | "budapest-24-7" | "liaison-attache" | "inhope-hotline" | "child-protection" | "judicial" | "industry-trust-and-safety";
                    }[];
                };
            };
            unrouted: string[];
            /** @description No recipient was found there, and a supervisor has not decided yet */
            unserved?: string[];
            recipients: {
                /** @description Within the referral, for example r1 */
                id: string;
                contactPointId: string;
                agencyId: string;
                /** @description ISO 3166-1 alpha-2 */
                country: string;
                /** @enum {string} */
                type: "national-contact-point" | "spoc" | "europol-national-unit" | "interpol-ncb" | "budapest-24-7" | "liaison-attache" | "inhope-hotline" | "child-protection" | "judicial" | "industry-trust-and-safety";
                /** @enum {string} */
                status: "sent" | "delivered" | "acknowledged" | "accepted" | "outcome-reported" | "declined" | "referred-onward" | "recalled" | "delivery-failed" | "unresponsive";
                round: number;
                hop: number;
                parentId?: string;
                /** @description The first recipient of its chain of onward referrals and replacements */
                chainId?: string;
                /** @enum {string} */
                opened: "route" | "replacement" | "onward" | "override";
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                openedAt: string;
                /**
                 * @description It coordinates the other recipients
                 * @constant
                 */
                lead?: true;
                acknowledged: {
                    /** @constant */
                    state: "no";
                } | {
                    /** @constant */
                    state: "yes";
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    at: string;
                    late: boolean;
                };
                replacement: {
                    /** @constant */
                    state: "not-needed";
                } | {
                    /** @constant */
                    state: "due";
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    at: string;
                } | {
                    /** @constant */
                    state: "awaits-supervisor";
                } | {
                    /** @constant */
                    state: "done";
                };
                onward: {
                    /** @constant */
                    state: "none";
                } | {
                    /** @constant */
                    state: "consent-asked";
                    choice: {
                        contactPointId: string;
                        agencyId: string;
                        /** @description ISO 3166-1 alpha-2 */
                        country: string;
                        /** @enum {string} */
                        type: "national-contact-point" | "spoc" | "europol-national-unit" | "interpol-ncb" | "budapest-24-7" | "liaison-attache" | "inhope-hotline" | "child-protection" | "judicial" | "industry-trust-and-safety";
                    };
                } | {
                    /** @constant */
                    state: "consented";
                };
                /** @description The last one is in force */
                outcomes: {
                    /** @enum {string} */
                    outcome: "case-opened" | "linked-to-existing-case" | "victim-identified" | "victim-safeguarded" | "suspect-identified" | "arrest" | "prosecution" | "content-removed" | "data-preserved" | "information-provided" | "not-illegal-under-national-law" | "not-actionable" | "no-further-action";
                    final: boolean;
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    at: string;
                    /**
                     * @description It replaces the final outcome before it
                     * @constant
                     */
                    corrects?: true;
                    /** @description The person who reported it may correct it until then */
                    correctable?: {
                        by: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601 in UTC
                         */
                        until: string;
                    };
                }[];
                recallConfirmed: boolean;
                /**
                 * @description Absent if it reported no preserved data
                 * @enum {string}
                 */
                preserved?: "reported" | "confirmed" | "ended";
                /**
                 * @description After an erasure on order: whether the recipient confirmed that it erased its copies
                 * @enum {string}
                 */
                erasure?: "asked" | "confirmed";
            }[];
            questions: {
                /** @description Within the referral, for example q1 */
                id: string;
                asker: {
                    /** @constant */
                    kind: "coordinator";
                } | {
                    /** @constant */
                    kind: "recipient";
                    recipientId: string;
                };
                /** @description The language in which the answer is needed */
                language?: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                askedAt: string;
                /** @enum {string} */
                state: "open" | "expired" | "answered" | "lapsed";
            }[];
            translations?: {
                /** @description Within the referral, for example t1 */
                id: string;
                asker: {
                    /** @constant */
                    kind: "sender";
                } | {
                    /** @constant */
                    kind: "coordinator";
                } | {
                    /** @constant */
                    kind: "recipient";
                    recipientId: string;
                };
                /** @description The party that must translate */
                of: {
                    /** @constant */
                    kind: "sender";
                } | {
                    /** @constant */
                    kind: "coordinator";
                } | {
                    /** @constant */
                    kind: "recipient";
                    recipientId: string;
                };
                /** @description ISO 639-1; one of them is enough */
                languages: string[];
                /** @description The question whose answer is translated */
                ofQuestion?: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                askedAt: string;
                /** @enum {string} */
                state: "open" | "expired" | "delivered" | "lapsed";
            }[];
            clocks: components["schemas"]["Clock"][];
            /** @description The person who handles it, by agency */
            handlers: {
                [key: string]: string;
            };
            /** @description The last act of the caller's agency, if its author may take it back until then */
            undo?: {
                /** @enum {string} */
                act: "complete-triage" | "mark-duplicate" | "propose-closure" | "assign";
                by: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                until: string;
            };
            /** @description The number that the caller's agency uses for the case. No other agency sees it */
            ownReference?: string;
            /** @description The last request that was made by voice first, and whether the sender confirmed it in writing */
            oralRequest?: {
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                requestedAt: string;
                confirmed: boolean;
            };
            links: {
                otherId: string;
                /** @enum {string} */
                kind: "related" | "same-series" | "same-victim" | "possible-duplicate";
            }[];
            withdrawal: {
                /** @constant */
                state: "none";
            } | {
                /** @constant */
                state: "asked";
                by: components["schemas"]["Actor"];
            };
            ending: {
                /** @constant */
                state: "none";
            } | {
                /** @constant */
                state: "proposed";
                /** @enum {string} */
                kind: "completed" | "no-recipient";
                by: components["schemas"]["Actor"];
            } | {
                /** @constant */
                state: "closed";
                closure: {
                    /** @enum {string} */
                    kind: "completed" | "rejected-at-intake" | "informational" | "withdrawn" | "no-recipient";
                } | {
                    /** @constant */
                    kind: "duplicate";
                    of: string;
                };
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                at: string;
            };
            retention?: {
                /**
                 * Format: date-time
                 * @description A supervisor decided to keep the referral until then
                 */
                until?: string;
                /** @description Without a decision by dueAt, the referral is erased */
                review?: {
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    askedAt: string;
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    dueAt: string;
                };
            };
            /** @description While it is set, nothing is erased */
            legalHold?: {
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                at: string;
                by: components["schemas"]["Actor"];
            };
            /** @description The sender ordered the erasure */
            erasureOrder?: {
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                at: string;
                by: components["schemas"]["Actor"];
            };
            /** @description The acts that the caller may perform now */
            acts: {
                type: string;
                recipientId?: string;
                questionId?: string;
                translationId?: string;
                /**
                 * @description The act that can be taken back
                 * @enum {string}
                 */
                act?: "complete-triage" | "mark-duplicate" | "propose-closure" | "assign";
            }[];
        };
        ReferralList: {
            referrals: {
                /** Format: uuid */
                referralId: string;
                reference: string;
                /** @enum {string} */
                kind: "case-referral" | "information-request" | "own-initiative-information" | "preservation-request" | "emergency-disclosure-request" | "takedown-notice";
                /** @enum {string} */
                urgency: "emergency" | "urgent" | "standard" | "informational";
                /** @enum {string} */
                status: "received" | "awaiting-information" | "triaged" | "referred" | "held" | "closure-proposed" | "closed" | "erased";
                /** @description The relations of the caller's agency to the referral */
                relations: ("sender" | "coordinator" | "recipient")[];
                senderAgencyId: string;
                /**
                 * @description The status of the agency's own part
                 * @enum {string}
                 */
                recipientStatus?: "sent" | "delivered" | "acknowledged" | "accepted" | "outcome-reported" | "declined" | "referred-onward" | "recalled" | "delivery-failed" | "unresponsive";
                /** @description The person who handles it at the caller's agency */
                handler?: string;
                /** @description The agency's own next deadline */
                owes?: {
                    /** @enum {string} */
                    clock: "triage" | "acknowledge" | "first-answer" | "decide" | "removal" | "outcome" | "measure" | "clarification" | "consent-onward" | "find-recipient" | "closure-approval" | "written-confirmation" | "translation" | "retention-review" | "preservation";
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    by: string;
                };
                /** @description The first unanswered clock of any party; its due instant may be past */
                nextClock?: {
                    /** @enum {string} */
                    clock: "triage" | "acknowledge" | "first-answer" | "decide" | "removal" | "outcome" | "measure" | "clarification" | "consent-onward" | "find-recipient" | "closure-approval" | "written-confirmation" | "translation" | "retention-review" | "preservation";
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    dueAt: string;
                };
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                riskAt?: string;
                /** @description A test referral that asks for an acknowledgement only */
                drill: boolean;
                breached: boolean;
                silent: boolean;
                /** @description The pending decisions of a supervisor, each once */
                approvals: ("withdrawal" | "closure" | "assignment" | "reduction" | "retention")[];
                /** @description Further tasks of the caller's agency, each once; triage only if its deadline is not paused by a question */
                furtherTasks: ("triage" | "translate" | "confirm-request" | "propose-closure")[];
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                submittedAt: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                changedAt: string;
                /** @description The last entry, numbered as the caller's agency sees them */
                changedSeq: number;
                /** @description The last of these entries that the caller has read */
                seenSeq: number;
                unread: boolean;
                recipients: {
                    id: string;
                    agencyId: string;
                    country: string;
                    /** @enum {string} */
                    status: "sent" | "delivered" | "acknowledged" | "accepted" | "outcome-reported" | "declined" | "referred-onward" | "recalled" | "delivery-failed" | "unresponsive";
                }[];
            }[];
            /** @description The total on all pages; 1001 stands for any number above 1000 */
            total: number;
            /** @description The cursor of the next page; absent on the last */
            next?: string;
        };
        RequestFigures: {
            /** @description Country, country and urgency (FI:urgent), urgency, kind or month; empty for the whole. An international agency has no country */
            key: string;
            /** @description Referrals that were sent to a recipient; one for each recipient */
            requested: number;
            /** @description All first answers: granted, refused, onward and withoutResult */
            answered: number;
            granted: number;
            refused: number;
            onward: number;
            /** @description Reports that the recipient has no information to give */
            withoutResult: number;
            grounds: {
                /** @enum {string} */
                ground: "information-not-available" | "request-defective" | "authorisation-refused" | "national-security" | "jeopardises-investigation-or-safety" | "harm-to-legal-person" | "minor-or-no-offence" | "third-party-consent-missing" | "no-jurisdiction" | "duplicate" | "insufficient-information" | "data-expired" | "other";
                count: number;
            }[];
            /** @description Answers before their deadline */
            inTime: number;
            late: number;
            /** @description Of the late answers, those that waited for a judicial authorisation */
            lateAuthorisation: number;
            /** @description Deadlines that passed without an answer */
            overdue: number;
            /** @description Extensions for a judicial authorisation: Directive (EU) 2023/977 art. 5(2) */
            departures: number;
            /** @description From the request to its answer, in milliseconds */
            averageMs?: number;
            medianMs?: number;
            /** @description The 90th percentile */
            p90Ms?: number;
        };
        SpecialDays: {
            days: {
                day: string;
                name: string;
                /** @description Only on a half day, which is a working day */
                closesAt?: string;
            }[];
        };
        StartedDrill: {
            /** Format: uuid */
            referralId: string;
            reference: string;
        };
        Statistics: {
            /** @enum {string} */
            side: "made" | "received" | "coordinated";
            /** @description The sides on which the agency has requests */
            sides: ("made" | "received" | "coordinated")[];
            /** @description UTC, both inclusive */
            months: {
                from: string;
                to: string;
            };
            /**
             * @description The kind to which the figures are limited
             * @enum {string}
             */
            onlyKind?: "case-referral" | "information-request" | "own-initiative-information" | "preservation-request" | "emergency-disclosure-request" | "takedown-notice";
            /**
             * @description The legal instrument, in the same way
             * @enum {string}
             */
            onlyInstrument?: "directive-2023-977" | "eio-directive-2014-41" | "e-evidence-regulation-2023-1543" | "budapest-convention" | "cets-224" | "national-law" | "none";
            /** @description The largest relative error of each time */
            error: number;
            whole: components["schemas"]["RequestFigures"];
            /** @description By requesting country; of requests that the agency made, by receiving country */
            country: components["schemas"]["RequestFigures"][];
            /** @description By country and urgency: Directive (EU) 2023/977 art. 18(2) */
            countryUrgency: components["schemas"]["RequestFigures"][];
            urgency: components["schemas"]["RequestFigures"][];
            kind: components["schemas"]["RequestFigures"][];
            /** @description Every month of the period */
            month: components["schemas"]["RequestFigures"][];
        };
        /** @description What operators announce, until it ends. Deadlines do not change */
        Status: {
            announcements: {
                id: string;
                /**
                 * @description maintenance: pages and API may not answer; mail-outage: notifications are delayed
                 * @enum {string}
                 */
                kind: "maintenance" | "mail-outage";
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                from: string;
                /**
                 * Format: date-time
                 * @description Absent if the end is not known
                 */
                to?: string;
            }[];
        };
        SubmissionBatch: {
            results: {
                /** @description The name of the file */
                file: string;
                /**
                 * @description accepted; same: equal content has a referral already; refused; left-out: neither a report nor a referral; not-sent: the time was not sufficient, so send the request again
                 * @enum {string}
                 */
                result: "accepted" | "same" | "refused" | "left-out" | "not-sent";
                /** @description The referral of the file: accepted and same have one */
                reference?: string;
                /** @description Of a file that was refused or not sent */
                code?: string;
                reason?: string;
            }[];
        };
        Submitted: {
            /** Format: uuid */
            referralId: string;
            reference: string;
            /** @enum {string} */
            status: "received" | "awaiting-information" | "triaged" | "referred" | "held" | "closure-proposed" | "closed" | "erased";
            /** @description Recipients and questions that it opened, for example r2, q1 */
            opened: string[];
            /** @description The number of its last entry, as in the timeline that the caller sees */
            seq: number;
            /** @description Hash values beyond the limit of the referral: the last ones of the request, which were not stored */
            hashesLeftOut?: number;
            /**
             * @description The agency has sent the same content before; the receipt is that of the earlier referral
             * @constant
             */
            same?: true;
            /** @description Of report files: the elements that have no place of their own */
            loss?: {
                /** @description The name of the file, if several were sent */
                file?: string;
                path: string;
                line: number;
                reason: string;
            }[];
            /** @description What the sender should know, for example that no country database is installed */
            notes?: string[];
            /** @description Of report files: the schema that they were validated against */
            schema?: string;
        };
        Timeline: {
            reference: string;
            entries: {
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                at: string;
                /** @description The number of the entry. The entries that the caller's agency sees are numbered without gaps */
                seq: number;
                /** @enum {string} */
                kind: "act" | "clock" | "letter";
                /** @description What happened, for example acknowledged or clock-started */
                moment: string;
                by: components["schemas"]["Actor"];
                /** @description A readable text in English, without particulars */
                text: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                dueAt?: string;
            }[];
        };
        Webhook: {
            /** Format: uuid */
            id: string;
            url: string;
            readonly kinds: ("arrivals" | "supplements" | "questions" | "answers" | "outcomes" | "transfers" | "deadlines" | "closures")[];
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            createdAt: string;
            /** @description Null: nothing is sent until the first secret is made */
            secretMadeAt: string | null;
            /** @description The first failure since the last success */
            failingSince: string | null;
            /** @description When Liaise stopped sending, after five days of failures or a 410 */
            disabledAt: string | null;
        };
        WebhookDeliveries: {
            deliveries: components["schemas"]["WebhookDelivery"][];
            /** @description The total on all pages; 1001 stands for any number above 1000 */
            total: number;
            /** @description The cursor of the next page; absent on the last */
            next?: string;
        };
        WebhookDeliveriesQueued: {
            /** @constant */
            outcome: "queued";
            deliveries: number;
        };
        WebhookDelivery: {
            /**
             * Format: uuid
             * @description The webhook-id of every attempt
             */
            id: string;
            /** Format: uuid */
            webhookId: string;
            /** Format: uuid */
            referralId: string;
            reference: string;
            event: string;
            /** @enum {string} */
            status: "waiting" | "sent" | "failed";
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            decidedAt: string;
            /**
             * Format: date-time
             * @description When it is tried next, if it waits
             */
            dueAt: string;
            tries: number;
            triedAt: string | null;
            /** @description The HTTP status, or ADDRESS-REFUSED, NAME-UNKNOWN, TIMEOUT, CERTIFICATE, NO-CONNECTION */
            result: string | null;
        };
        WebhookDone: {
            /** @enum {string} */
            outcome: "enabled" | "queued";
        };
        WebhookSecret: {
            /** @description whsec_ and 32 bytes in base64. No other answer contains it */
            secret: string;
        };
        Webhooks: {
            webhooks: components["schemas"]["Webhook"][];
        };
    };
    responses: {
        /** @description The address is too long: ADDRESS_NOT_READABLE */
        AddressTooLong: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "ADDRESS_NOT_READABLE";
                };
            };
        };
        /** @description The body is too large: BODY_TOO_LARGE */
        BodyTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "BODY_TOO_LARGE";
                };
            };
        };
        /** @description No body of this content type is accepted: MEDIA_TYPE_NOT_TAKEN */
        MediaTypeNotAccepted: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "MEDIA_TYPE_NOT_TAKEN";
                };
            };
        };
        /** @description Another method on this path; the header Allow lists its methods: METHOD_NOT_ALLOWED */
        MethodNotAllowed: {
            headers: {
                /** @description The methods of the path */
                Allow?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "METHOD_NOT_ALLOWED";
                };
            };
        };
        /** @description No representation that the header Accept allows: NOT_ACCEPTABLE */
        NotAcceptable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "NOT_ACCEPTABLE";
                };
            };
        };
        /** @description Too many requests: wait as long as Retry-After says: TOO_MANY_REQUESTS */
        TooManyRequests: {
            headers: {
                /** @description Seconds to wait */
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "TOO_MANY_REQUESTS";
                };
            };
        };
        /** @description Unavailable: send it again after Retry-After, under the same key: ENGINE_UNAVAILABLE, IDENTITY_UNAVAILABLE */
        Unavailable: {
            headers: {
                /** @description Seconds to wait */
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "ENGINE_UNAVAILABLE" | "IDENTITY_UNAVAILABLE";
                };
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listen: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "SCOPE_REQUIRED";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    proveReferral: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "WRONG_STATUS";
                    };
                };
            };
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    certifyErasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "WRONG_STATUS";
                    };
                };
            };
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    makeDossier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Includes the particulars */
                    purpose?: string;
                    /** @description As for the particulars */
                    further?: string;
                    /**
                     * @description Of the PDF. Default: the caller's language
                     * @enum {string}
                     */
                    language?: "en" | "fr" | "de";
                };
            };
        };
        responses: {
            /** @description The dossier */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dossier"];
                    "application/pdf": string;
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN, REAUTHENTICATION_REQUIRED */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN" | "REAUTHENTICATION_REQUIRED";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, READING_ALLOWANCE, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "READING_ALLOWANCE" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_ERASED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_ERASED";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: INVALID_INPUT, MATERIAL_REFUSED, TEXT_REQUIRED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "INVALID_INPUT" | "MATERIAL_REFUSED" | "TEXT_REQUIRED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listReferrals: {
        parameters: {
            query?: {
                desk?: "waiting" | "sent" | "inbox" | "triage" | "clarifications" | "approvals" | "all";
                task?: "triage" | "acknowledge" | "decide" | "report" | "confirm" | "reply" | "translate" | "confirm-request" | "propose-closure" | "withdrawal" | "closure" | "assignment" | "reduction" | "retention";
                sender?: string;
                proposal?: "clear" | "unclear";
                /** @description ISO 3166-1 alpha-2, for example NL; XR for international organisations */
                proposedCountry?: string;
                status?: "received" | "awaiting-information" | "triaged" | "referred" | "held" | "closure-proposed" | "closed" | "erased";
                open?: "true" | "false";
                urgency?: "emergency" | "urgent" | "standard" | "informational";
                kind?: "case-referral" | "information-request" | "own-initiative-information" | "preservation-request" | "emergency-disclosure-request" | "takedown-notice";
                recipientStatus?: "sent" | "delivered" | "acknowledged" | "accepted" | "outcome-reported" | "declined" | "referred-onward" | "recalled" | "delivery-failed" | "unresponsive";
                relation?: "sender" | "coordinator" | "recipient";
                handler?: string;
                /** @description ISO 8601 date and time with an offset, for example 2026-11-24T14:00:00+01:00 */
                dueBefore?: string;
                breached?: "true" | "false";
                atRisk?: "true" | "false";
                silent?: "true" | "false";
                approval?: "withdrawal" | "closure" | "assignment" | "reduction" | "retention";
                drill?: "true" | "false";
                unread?: "true" | "false";
                /** @description ISO 8601 date and time with an offset, for example 2026-11-24T14:00:00+01:00 */
                changedSince?: string;
                /** @description ISO 8601 date and time with an offset, for example 2026-11-24T14:00:00+01:00 */
                submittedFrom?: string;
                /** @description ISO 8601 date and time with an offset, for example 2026-11-24T14:00:00+01:00 */
                submittedBefore?: string;
                part?: "in-hand" | "silent" | "overdue";
                /** @description ISO 3166-1 alpha-2, for example NL; XR for international organisations */
                country?: string;
                recipientAgency?: string;
                ground?: "information-not-available" | "request-defective" | "authorisation-refused" | "national-security" | "jeopardises-investigation-or-safety" | "harm-to-legal-person" | "minor-or-no-offence" | "third-party-consent-missing" | "no-jurisdiction" | "duplicate" | "insufficient-information" | "data-expired" | "other";
                outcome?: "case-opened" | "linked-to-existing-case" | "victim-identified" | "victim-safeguarded" | "suspect-identified" | "arrest" | "prosecution" | "content-removed" | "data-preserved" | "information-provided" | "not-illegal-under-national-law" | "not-actionable" | "no-further-action";
                kept?: string;
                answered?: "acknowledge" | "decide" | "outcome";
                sentOn?: "true" | "false";
                sort?: "due" | "submitted" | "changed" | "reference" | "urgency";
                order?: "asc" | "desc";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralList"];
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "SCOPE_REQUIRED";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description The content is invalid; the problem names each fault: INVALID_INPUT */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "INVALID_INPUT";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    submitReferral: {
        parameters: {
            query?: {
                /** @description Refuse a report with elements that the schema lacks, instead of keeping them as particulars */
                strict?: string;
            };
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "case-referral" | "information-request" | "own-initiative-information" | "preservation-request" | "emergency-disclosure-request" | "takedown-notice";
                    /**
                     * @default standard
                     * @enum {string}
                     */
                    urgency?: "emergency" | "urgent" | "standard" | "informational";
                    /** @default [] */
                    urgencyGrounds?: ("threat-to-public-security" | "threat-to-life-or-integrity" | "deprivation-of-liberty-decision" | "information-loses-relevance" | "ongoing-child-abuse")[];
                    crimeAreas: ("csam-distribution" | "grooming-solicitation" | "sexual-extortion" | "live-streamed-abuse" | "csam-production" | "child-trafficking" | "other")[];
                    /**
                     * @default investigation
                     * @enum {string}
                     */
                    capability?: "investigation" | "victim-identification" | "safeguarding" | "victim-support" | "offender-management" | "content-removal" | "data-preservation" | "prosecution" | "reporting-hotline";
                    /**
                     * @default {
                     *       "code": "H0"
                     *     }
                     */
                    handling?: {
                        /** @enum {string} */
                        code: "H0" | "H1" | "H2" | "H3";
                        text?: string;
                    };
                    /**
                     * @default {
                     *       "source": "X",
                     *       "information": "4"
                     *     }
                     */
                    evaluation?: {
                        /** @enum {string} */
                        source: "A" | "B" | "C" | "X";
                        /** @enum {string} */
                        information: "1" | "2" | "3" | "4";
                    };
                    /**
                     * @default amber
                     * @enum {string}
                     */
                    tlp?: "red" | "amber+strict" | "amber" | "green" | "clear";
                    /**
                     * @default none
                     * @enum {string}
                     */
                    legalInstrument?: "directive-2023-977" | "eio-directive-2014-41" | "e-evidence-regulation-2023-1543" | "budapest-convention" | "cets-224" | "national-law" | "none";
                    /** @enum {string} */
                    transferBasis?: "within-eu" | "adequacy" | "appropriate-safeguards" | "derogation";
                    /**
                     * @description For a request for information: whether the contact point can read it itself. Absent counts as indirect
                     * @enum {string}
                     */
                    informationAccess?: "direct" | "indirect";
                    /**
                     * Format: date-time
                     * @description When an answer is needed. It shortens deadlines as far as the clock policies permit
                     */
                    answerBy?: string;
                    /**
                     * @default [
                     *       "en"
                     *     ]
                     */
                    languages?: string[];
                    /**
                     * Format: date-time
                     * @description ISO 8601 date and time with an offset, for example 2026-11-24T14:00:00+01:00
                     */
                    incidentAt?: string;
                    /** @default [] */
                    originReferences?: {
                        system: string;
                        id: string;
                    }[];
                    /** @default [] */
                    indicators?: {
                        /** @description null if the indicator names no country; give the reason in "note". Codes such as A1 or EU become null, with a note */
                        country: string | null;
                        /** @enum {string} */
                        basis: "ip-geolocation" | "estimated-location" | "phone-prefix" | "postal-address" | "hosting-location" | "legal-process" | "prior-report" | "victim-location" | "suspect-location" | "nationality" | "language" | "manual";
                        /**
                         * @description the person whose place it is evidence of, if that is known
                         * @enum {string}
                         */
                        party?: "suspect" | "victim";
                        /** @default false */
                        verified?: boolean;
                        /** @default false */
                        proxySuspected?: boolean;
                        /**
                         * Format: date-time
                         * @description ISO 8601 date and time with an offset, for example 2026-11-24T14:00:00+01:00
                         */
                        observedAt?: string;
                        value?: string;
                        note?: string;
                    }[];
                    /** @default [] */
                    materials?: {
                        /** @enum {string} */
                        algorithm: "md5" | "sha1" | "sha256" | "sha512" | "pdq" | "photodna" | "other";
                        value: string;
                        source: string;
                        /**
                         * @default unclassified
                         * @enum {string}
                         */
                        classification?: "baseline" | "nationally-illegal" | "not-illegal" | "unclassified";
                        /** @enum {string} */
                        industryClassification?: "A1" | "A2" | "B1" | "B2";
                        viewedByReporter?: boolean;
                        publiclyAvailable?: boolean;
                    }[];
                    /** @default [] */
                    subjects?: {
                        /** @enum {string} */
                        category: "suspect" | "convicted" | "victim" | "witness" | "contact" | "other";
                        reference: string;
                    }[];
                    /** @default [] */
                    preservation?: {
                        provider: string;
                        /**
                         * @default none
                         * @enum {string}
                         */
                        instrument?: "directive-2023-977" | "eio-directive-2014-41" | "e-evidence-regulation-2023-1543" | "budapest-convention" | "cets-224" | "national-law" | "none";
                        /**
                         * Format: date-time
                         * @description ISO 8601 date and time with an offset, for example 2026-11-24T14:00:00+01:00
                         */
                        requestedAt?: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601 date and time with an offset, for example 2026-11-24T14:00:00+01:00
                         */
                        endsAt?: string;
                        reference?: string;
                    }[];
                    /** @description A summary of the case as free text. It is encrypted, and never in e-mails, logs or Temporal. */
                    summary: string;
                    /** @default [] */
                    particulars?: {
                        label: string;
                        value: string;
                    }[];
                };
                "application/xml": string;
                "text/xml": string;
                "multipart/form-data": {
                    /** @description A report and the details of its files, in any order: at most 200 */
                    file: string[];
                    /** @description The CyberTipline number of the report: its origin reference */
                    reportId?: string;
                };
            };
        };
        responses: {
            /** @description The same content as an earlier referral, whose receipt it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submitted"];
                };
            };
            /** @description Received */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submitted"];
                };
            };
            /** @description The request cannot be read: BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: AGENCY_EXCLUDED, CLEARANCE_REQUIRED, DUPLICATE_ORIGIN, TRANSFER_BASIS_REQUIRED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "AGENCY_EXCLUDED" | "CLEARANCE_REQUIRED" | "DUPLICATE_ORIGIN" | "TRANSFER_BASIS_REQUIRED";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, INVALID_REPORT, MATERIAL_REFUSED, UNKNOWN_AGENCY, UNKNOWN_CONTACT_POINT */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "INVALID_REPORT" | "MATERIAL_REFUSED" | "UNKNOWN_AGENCY" | "UNKNOWN_CONTACT_POINT";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readReferral: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The referral */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Referral"];
                };
            };
            /** @description Unchanged: it has the tag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readTimeline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Acts, clocks and letters */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timeline"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readPossibleDuplicates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Possible duplicates, and what they share */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PossibleDuplicates"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readClocks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The clocks that the caller may see */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clocks"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readParticulars: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    purpose: string;
                    /** @description Why more referrals must be read than the reading allowance permits. It requires a recent authentication (RFC 9470) */
                    further?: string;
                    /** @description Reads in an emergency, with the purpose as text: a second person reviews the reading */
                    emergency?: boolean;
                };
            };
        };
        responses: {
            /** @description The particulars that the caller may read */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Particulars"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN, REAUTHENTICATION_REQUIRED */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN" | "REAUTHENTICATION_REQUIRED";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, READING_ALLOWANCE, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "READING_ALLOWANCE" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_ERASED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_ERASED";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: INVALID_INPUT, MATERIAL_REFUSED, TEXT_REQUIRED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "INVALID_INPUT" | "MATERIAL_REFUSED" | "TEXT_REQUIRED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    take: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_COORDINATOR, NOT_RECIPIENT, NOT_SENDER, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_COORDINATOR" | "NOT_RECIPIENT" | "NOT_SENDER" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_CLOSED, ALREADY_ERASED, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_CLOSED" | "ALREADY_ERASED" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    assign: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    personId: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_COORDINATOR, NOT_RECIPIENT, NOT_SENDER, ROLE_REQUIRED, SCOPE_REQUIRED, UNKNOWN_PERSON */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_COORDINATOR" | "NOT_RECIPIENT" | "NOT_SENDER" | "ROLE_REQUIRED" | "SCOPE_REQUIRED" | "UNKNOWN_PERSON";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_CLOSED, ALREADY_ERASED, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_CLOSED" | "ALREADY_ERASED" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "set-own-reference": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The agency's own number of the case; no other agency sees it */
                    ownReference: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_COORDINATOR, NOT_RECIPIENT, NOT_SENDER, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_COORDINATOR" | "NOT_RECIPIENT" | "NOT_SENDER" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_CLOSED, ALREADY_ERASED, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_CLOSED" | "ALREADY_ERASED" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "add-note": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_COORDINATOR, NOT_RECIPIENT, NOT_SENDER, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_COORDINATOR" | "NOT_RECIPIENT" | "NOT_SENDER" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_ERASED, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_ERASED" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "take-back": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Which act; it must be the last one
                     * @enum {string}
                     */
                    act: "complete-triage" | "mark-duplicate" | "propose-closure" | "assign";
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_AUTHOR, NOT_COORDINATOR, NOT_RECIPIENT, NOT_SENDER, ROLE_REQUIRED, SCOPE_REQUIRED, SUPERVISOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_AUTHOR" | "NOT_COORDINATOR" | "NOT_RECIPIENT" | "NOT_SENDER" | "ROLE_REQUIRED" | "SCOPE_REQUIRED" | "SUPERVISOR_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ACTED_SINCE, ALREADY_CLOSED, ALREADY_ERASED, STALE_JOURNAL, TAKE_BACK_EXPIRED, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ACTED_SINCE" | "ALREADY_CLOSED" | "ALREADY_ERASED" | "STALE_JOURNAL" | "TAKE_BACK_EXPIRED" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "ask-information": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Id of the recipient, as `status` shows it */
                    recipientId?: string;
                    text: string;
                    /** @description The language in which the answer is needed, ISO 639-1 */
                    language?: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_COORDINATOR, NOT_RECIPIENT, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_COORDINATOR" | "NOT_RECIPIENT" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_RECIPIENT, UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_RECIPIENT" | "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_CLOSED, ALREADY_ERASED, QUESTION_CAP, QUESTION_OPEN, RECIPIENT_FINAL, RECIPIENT_WRONG_STATUS, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_CLOSED" | "ALREADY_ERASED" | "QUESTION_CAP" | "QUESTION_OPEN" | "RECIPIENT_FINAL" | "RECIPIENT_WRONG_STATUS" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "answer-information": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    questionId: string;
                    text: string;
                    /** @description Required if the question needs a language. If the answer is in another one, a translation is asked for */
                    language?: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_SENDER, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_SENDER" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_QUESTION, UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_QUESTION" | "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_CLOSED, ALREADY_ERASED, QUESTION_CLOSED, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_CLOSED" | "ALREADY_ERASED" | "QUESTION_CLOSED" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "ask-translation": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The recipient that asks; or that is asked, if `of` is recipient */
                    recipientId?: string;
                    /**
                     * @description The party that must translate
                     * @enum {string}
                     */
                    of: "sender" | "coordinator" | "recipient";
                    /** @description One of them is enough */
                    languages: string[];
                    /** @description What is to be translated */
                    text?: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_COORDINATOR, NOT_RECIPIENT, NOT_SENDER, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_COORDINATOR" | "NOT_RECIPIENT" | "NOT_SENDER" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_RECIPIENT, UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_RECIPIENT" | "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_CLOSED, ALREADY_ERASED, RECIPIENT_FINAL, RECIPIENT_WRONG_STATUS, STALE_JOURNAL, TEXT_PURGED, TRANSLATION_CAP, TRANSLATION_OPEN, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_CLOSED" | "ALREADY_ERASED" | "RECIPIENT_FINAL" | "RECIPIENT_WRONG_STATUS" | "STALE_JOURNAL" | "TEXT_PURGED" | "TRANSLATION_CAP" | "TRANSLATION_OPEN" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "deliver-translation": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    translationId: string;
                    /** @description The language of the translation */
                    language: string;
                    /** @description The translation */
                    text: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_COORDINATOR, NOT_RECIPIENT, NOT_SENDER, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_COORDINATOR" | "NOT_RECIPIENT" | "NOT_SENDER" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL, UNKNOWN_TRANSLATION */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL" | "UNKNOWN_TRANSLATION";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_CLOSED, ALREADY_ERASED, STALE_JOURNAL, TEXT_PURGED, TRANSLATION_CLOSED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_CLOSED" | "ALREADY_ERASED" | "STALE_JOURNAL" | "TEXT_PURGED" | "TRANSLATION_CLOSED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "record-oral-request": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Who asked: name, function and agency */
                    requestedBy: string;
                    /** @description Who was asked: name, function and agency */
                    requestedOf: string;
                    /**
                     * Format: date-time
                     * @description When it was made; not in the future
                     */
                    requestedAt: string;
                    /** @description What was asked for */
                    text: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_COORDINATOR, NOT_SENDER, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_COORDINATOR" | "NOT_SENDER" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_CLOSED, ALREADY_ERASED, NOT_EMERGENCY, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_CLOSED" | "ALREADY_ERASED" | "NOT_EMERGENCY" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "confirm-oral-request": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_SENDER, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_SENDER" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_CLOSED, ALREADY_ERASED, ORAL_REQUEST_NOT_OPEN, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_CLOSED" | "ALREADY_ERASED" | "ORAL_REQUEST_NOT_OPEN" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "reject-at-intake": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    ground: "no-location" | "no-identifier" | "no-timestamp" | "old-data" | "proxy" | "no-file-viewed" | "duplicate" | "out-of-scope";
                    text?: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_COORDINATOR, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_COORDINATOR" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_CLOSED, ALREADY_ERASED, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_CLOSED" | "ALREADY_ERASED" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "mark-duplicate": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Reference number of another referral, for example XR-2026-000123 */
                    other: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_COORDINATOR, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_COORDINATOR" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_CLOSED, ALREADY_ERASED, DUPLICATE_OF_ANOTHER, DUPLICATE_OF_ITSELF, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_CLOSED" | "ALREADY_ERASED" | "DUPLICATE_OF_ANOTHER" | "DUPLICATE_OF_ITSELF" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "file-informational": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text?: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_COORDINATOR, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_COORDINATOR" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_CLOSED, ALREADY_ERASED, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_CLOSED" | "ALREADY_ERASED" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "complete-triage": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    urgency: "emergency" | "urgent" | "standard" | "informational";
                    /** @default [] */
                    urgencyGrounds?: ("threat-to-public-security" | "threat-to-life-or-integrity" | "deprivation-of-liberty-decision" | "information-loses-relevance" | "ongoing-child-abuse")[];
                    /** @default [] */
                    countries?: string[];
                    /** @enum {string} */
                    capability: "investigation" | "victim-identification" | "safeguarding" | "victim-support" | "offender-management" | "content-removal" | "data-preservation" | "prosecution" | "reporting-hotline";
                    /** @default [] */
                    contactPoints?: string[];
                    text?: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_COORDINATOR, ROLE_REQUIRED, SCOPE_REQUIRED, SUPERVISOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_COORDINATOR" | "ROLE_REQUIRED" | "SCOPE_REQUIRED" | "SUPERVISOR_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: AGENCY_EXCLUDED, ALREADY_CLOSED, ALREADY_ERASED, CLEARANCE_REQUIRED, NO_COUNTRY, ONWARD_LOOP, STALE_JOURNAL, TEXT_PURGED, TRANSFER_BASIS_REQUIRED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "AGENCY_EXCLUDED" | "ALREADY_CLOSED" | "ALREADY_ERASED" | "CLEARANCE_REQUIRED" | "NO_COUNTRY" | "ONWARD_LOOP" | "STALE_JOURNAL" | "TEXT_PURGED" | "TRANSFER_BASIS_REQUIRED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED, UNKNOWN_CONTACT_POINT */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED" | "UNKNOWN_CONTACT_POINT";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "reopen-triage": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text?: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_COORDINATOR, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_COORDINATOR" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_CLOSED, ALREADY_ERASED, NOTHING_SUPPLEMENTED, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_CLOSED" | "ALREADY_ERASED" | "NOTHING_SUPPLEMENTED" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "assign-recipient": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Id of a contact point, as `directory` shows it */
                    contactPoint: string;
                    /** @description Id of the recipient, as `status` shows it */
                    replaces?: string;
                    text: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_COORDINATOR, ROLE_REQUIRED, SCOPE_REQUIRED, SUPERVISOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_COORDINATOR" | "ROLE_REQUIRED" | "SCOPE_REQUIRED" | "SUPERVISOR_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_RECIPIENT, UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_RECIPIENT" | "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: AGENCY_EXCLUDED, ALREADY_CLOSED, ALREADY_ERASED, ALREADY_RECIPIENT, CLEARANCE_REQUIRED, ONWARD_LOOP, RECIPIENT_WRONG_STATUS, STALE_JOURNAL, TEXT_PURGED, TRANSFER_BASIS_REQUIRED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "AGENCY_EXCLUDED" | "ALREADY_CLOSED" | "ALREADY_ERASED" | "ALREADY_RECIPIENT" | "CLEARANCE_REQUIRED" | "ONWARD_LOOP" | "RECIPIENT_WRONG_STATUS" | "STALE_JOURNAL" | "TEXT_PURGED" | "TRANSFER_BASIS_REQUIRED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED, UNKNOWN_CONTACT_POINT */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED" | "UNKNOWN_CONTACT_POINT";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "add-country": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description ISO 3166-1 alpha-2, for example NL; XR for international organisations */
                    country: string;
                    text: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_COORDINATOR, ROLE_REQUIRED, SCOPE_REQUIRED, SUPERVISOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_COORDINATOR" | "ROLE_REQUIRED" | "SCOPE_REQUIRED" | "SUPERVISOR_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_CLOSED, ALREADY_ERASED, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_CLOSED" | "ALREADY_ERASED" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "set-lead": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Id of the recipient, as `status` shows it */
                    recipientId: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_COORDINATOR, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_COORDINATOR" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_RECIPIENT, UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_RECIPIENT" | "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_CLOSED, ALREADY_ERASED, RECIPIENT_FINAL, RECIPIENT_WRONG_STATUS, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_CLOSED" | "ALREADY_ERASED" | "RECIPIENT_FINAL" | "RECIPIENT_WRONG_STATUS" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    acknowledge: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Id of the recipient, as `status` shows it */
                    recipientId: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_RECIPIENT, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_RECIPIENT" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_RECIPIENT, UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_RECIPIENT" | "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_CLOSED, ALREADY_ERASED, RECIPIENT_FINAL, RECIPIENT_WRONG_STATUS, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_CLOSED" | "ALREADY_ERASED" | "RECIPIENT_FINAL" | "RECIPIENT_WRONG_STATUS" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    accept: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Id of the recipient, as `status` shows it */
                    recipientId: string;
                    /** @description The agency's own number of the case; no other agency sees it */
                    ownReference?: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_RECIPIENT, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_RECIPIENT" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_RECIPIENT, UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_RECIPIENT" | "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_CLOSED, ALREADY_ERASED, RECIPIENT_FINAL, RECIPIENT_WRONG_STATUS, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_CLOSED" | "ALREADY_ERASED" | "RECIPIENT_FINAL" | "RECIPIENT_WRONG_STATUS" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    decline: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Id of the recipient, as `status` shows it */
                    recipientId: string;
                    /** @enum {string} */
                    ground: "information-not-available" | "request-defective" | "authorisation-refused" | "national-security" | "jeopardises-investigation-or-safety" | "harm-to-legal-person" | "minor-or-no-offence" | "third-party-consent-missing" | "no-jurisdiction" | "duplicate" | "insufficient-information" | "data-expired" | "other";
                    text?: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_RECIPIENT, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_RECIPIENT" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_RECIPIENT, UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_RECIPIENT" | "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_CLOSED, ALREADY_ERASED, RECIPIENT_FINAL, RECIPIENT_WRONG_STATUS, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_CLOSED" | "ALREADY_ERASED" | "RECIPIENT_FINAL" | "RECIPIENT_WRONG_STATUS" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED, TEXT_REQUIRED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED" | "TEXT_REQUIRED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    extend: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Id of the recipient, as `status` shows it */
                    recipientId: string;
                    /** @enum {string} */
                    clock: "first-answer" | "decide" | "outcome" | "preservation";
                    /** @description In the unit of the clock: hours or days */
                    amount: number;
                    /** @enum {string} */
                    reason?: "judicial-authorisation" | "third-party" | "complexity" | "other";
                    /**
                     * Format: date-time
                     * @description ISO 8601 date and time with an offset, for example 2026-11-24T14:00:00+01:00
                     */
                    estimateAt?: string;
                    text?: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_RECIPIENT, NOT_SENDER, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_RECIPIENT" | "NOT_SENDER" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_CLOCK, UNKNOWN_RECIPIENT, UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_CLOCK" | "UNKNOWN_RECIPIENT" | "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_CLOSED, ALREADY_ERASED, EXTENSION_EXHAUSTED, EXTENSION_REASON, RECIPIENT_FINAL, RECIPIENT_WRONG_STATUS, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_CLOSED" | "ALREADY_ERASED" | "EXTENSION_EXHAUSTED" | "EXTENSION_REASON" | "RECIPIENT_FINAL" | "RECIPIENT_WRONG_STATUS" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED, TEXT_REQUIRED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED" | "TEXT_REQUIRED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "report-preservation": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Id of the recipient, as `status` shows it */
                    recipientId: string;
                    /** @description Which data is preserved, and where */
                    text: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_RECIPIENT, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_RECIPIENT" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_RECIPIENT, UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_RECIPIENT" | "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_CLOSED, ALREADY_ERASED, PRESERVATION_REPORTED, RECIPIENT_FINAL, RECIPIENT_WRONG_STATUS, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_CLOSED" | "ALREADY_ERASED" | "PRESERVATION_REPORTED" | "RECIPIENT_FINAL" | "RECIPIENT_WRONG_STATUS" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "confirm-production": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Id of the recipient, as `status` shows it */
                    recipientId: string;
                    /** @description Date and number of the production request */
                    text: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_SENDER, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_SENDER" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_RECIPIENT, UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_RECIPIENT" | "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_CLOSED, ALREADY_ERASED, PRESERVATION_NOT_OPEN, RECIPIENT_FINAL, RECIPIENT_WRONG_STATUS, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_CLOSED" | "ALREADY_ERASED" | "PRESERVATION_NOT_OPEN" | "RECIPIENT_FINAL" | "RECIPIENT_WRONG_STATUS" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "refer-onward": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Id of the recipient, as `status` shows it */
                    recipientId: string;
                    /** @description Id of a contact point, as `directory` shows it */
                    contactPoint: string;
                    text: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_RECIPIENT, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_RECIPIENT" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_RECIPIENT, UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_RECIPIENT" | "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: AGENCY_EXCLUDED, ALREADY_CLOSED, ALREADY_ERASED, ALREADY_RECIPIENT, CLEARANCE_REQUIRED, CONSENT_PENDING, ONWARD_LOOP, RECIPIENT_FINAL, RECIPIENT_WRONG_STATUS, STALE_JOURNAL, TEXT_PURGED, TRANSFER_BASIS_REQUIRED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "AGENCY_EXCLUDED" | "ALREADY_CLOSED" | "ALREADY_ERASED" | "ALREADY_RECIPIENT" | "CLEARANCE_REQUIRED" | "CONSENT_PENDING" | "ONWARD_LOOP" | "RECIPIENT_FINAL" | "RECIPIENT_WRONG_STATUS" | "STALE_JOURNAL" | "TEXT_PURGED" | "TRANSFER_BASIS_REQUIRED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED, UNKNOWN_CONTACT_POINT */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED" | "UNKNOWN_CONTACT_POINT";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "consent-onward": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Id of the recipient, as `status` shows it */
                    recipientId: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_SENDER, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_SENDER" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_RECIPIENT, UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_RECIPIENT" | "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_CLOSED, ALREADY_ERASED, ALREADY_RECIPIENT, CONSENT_NOT_ASKED, ONWARD_LOOP, RECIPIENT_FINAL, RECIPIENT_WRONG_STATUS, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_CLOSED" | "ALREADY_ERASED" | "ALREADY_RECIPIENT" | "CONSENT_NOT_ASKED" | "ONWARD_LOOP" | "RECIPIENT_FINAL" | "RECIPIENT_WRONG_STATUS" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "refuse-onward": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Id of the recipient, as `status` shows it */
                    recipientId: string;
                    text: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_SENDER, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_SENDER" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_RECIPIENT, UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_RECIPIENT" | "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_CLOSED, ALREADY_ERASED, CONSENT_NOT_ASKED, RECIPIENT_FINAL, RECIPIENT_WRONG_STATUS, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_CLOSED" | "ALREADY_ERASED" | "CONSENT_NOT_ASKED" | "RECIPIENT_FINAL" | "RECIPIENT_WRONG_STATUS" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "report-outcome": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Id of the recipient, as `status` shows it */
                    recipientId: string;
                    /** @enum {string} */
                    outcome: "case-opened" | "linked-to-existing-case" | "victim-identified" | "victim-safeguarded" | "suspect-identified" | "arrest" | "prosecution" | "content-removed" | "data-preserved" | "information-provided" | "not-illegal-under-national-law" | "not-actionable" | "no-further-action";
                    /** @default true */
                    final?: boolean;
                    /** @enum {string} */
                    because?: "no-location" | "no-identifier" | "no-timestamp" | "old-data" | "proxy" | "no-file-viewed" | "duplicate" | "out-of-scope";
                    text?: string;
                    /** @description The agency's own number of the case; no other agency sees it */
                    ownReference?: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_RECIPIENT, ROLE_REQUIRED, SCOPE_REQUIRED, SUPERVISOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_RECIPIENT" | "ROLE_REQUIRED" | "SCOPE_REQUIRED" | "SUPERVISOR_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_RECIPIENT, UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_RECIPIENT" | "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_CLOSED, ALREADY_ERASED, RECIPIENT_FINAL, RECIPIENT_WRONG_STATUS, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_CLOSED" | "ALREADY_ERASED" | "RECIPIENT_FINAL" | "RECIPIENT_WRONG_STATUS" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "correct-outcome": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Id of the recipient, as `status` shows it */
                    recipientId: string;
                    /** @enum {string} */
                    outcome: "case-opened" | "linked-to-existing-case" | "victim-identified" | "victim-safeguarded" | "suspect-identified" | "arrest" | "prosecution" | "content-removed" | "data-preserved" | "information-provided" | "not-illegal-under-national-law" | "not-actionable" | "no-further-action";
                    /** @enum {string} */
                    because?: "no-location" | "no-identifier" | "no-timestamp" | "old-data" | "proxy" | "no-file-viewed" | "duplicate" | "out-of-scope";
                    text: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_RECIPIENT, ROLE_REQUIRED, SCOPE_REQUIRED, SUPERVISOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_RECIPIENT" | "ROLE_REQUIRED" | "SCOPE_REQUIRED" | "SUPERVISOR_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_RECIPIENT, UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_RECIPIENT" | "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_CLOSED, ALREADY_ERASED, RECIPIENT_FINAL, RECIPIENT_WRONG_STATUS, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_CLOSED" | "ALREADY_ERASED" | "RECIPIENT_FINAL" | "RECIPIENT_WRONG_STATUS" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    recall: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Id of the recipient, as `status` shows it */
                    recipientId: string;
                    text: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN, REAUTHENTICATION_REQUIRED */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN" | "REAUTHENTICATION_REQUIRED";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_COORDINATOR, NOT_SENDER, ROLE_REQUIRED, SCOPE_REQUIRED, SUPERVISOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_COORDINATOR" | "NOT_SENDER" | "ROLE_REQUIRED" | "SCOPE_REQUIRED" | "SUPERVISOR_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_RECIPIENT, UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_RECIPIENT" | "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_CLOSED, ALREADY_ERASED, RECIPIENT_FINAL, RECIPIENT_WRONG_STATUS, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_CLOSED" | "ALREADY_ERASED" | "RECIPIENT_FINAL" | "RECIPIENT_WRONG_STATUS" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "confirm-recall": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Id of the recipient, as `status` shows it */
                    recipientId: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_RECIPIENT, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_RECIPIENT" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_RECIPIENT, UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_RECIPIENT" | "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_ERASED, RECIPIENT_FINAL, RECIPIENT_WRONG_STATUS, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_ERASED" | "RECIPIENT_FINAL" | "RECIPIENT_WRONG_STATUS" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    withdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN, REAUTHENTICATION_REQUIRED */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN" | "REAUTHENTICATION_REQUIRED";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_COORDINATOR, NOT_SENDER, ROLE_REQUIRED, SAME_PERSON, SCOPE_REQUIRED, SUPERVISOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_COORDINATOR" | "NOT_SENDER" | "ROLE_REQUIRED" | "SAME_PERSON" | "SCOPE_REQUIRED" | "SUPERVISOR_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_CLOSED, ALREADY_ERASED, STALE_JOURNAL, TEXT_PURGED, WITHDRAWAL_NOT_ASKED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_CLOSED" | "ALREADY_ERASED" | "STALE_JOURNAL" | "TEXT_PURGED" | "WITHDRAWAL_NOT_ASKED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "propose-closure": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text?: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_COORDINATOR, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_COORDINATOR" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_CLOSED, ALREADY_ERASED, RECIPIENTS_STILL_OPEN, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_CLOSED" | "ALREADY_ERASED" | "RECIPIENTS_STILL_OPEN" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED, TEXT_REQUIRED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED" | "TEXT_REQUIRED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "approve-closure": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_COORDINATOR, ROLE_REQUIRED, SAME_PERSON, SCOPE_REQUIRED, SUPERVISOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_COORDINATOR" | "ROLE_REQUIRED" | "SAME_PERSON" | "SCOPE_REQUIRED" | "SUPERVISOR_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_CLOSED, ALREADY_ERASED, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_CLOSED" | "ALREADY_ERASED" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "return-closure": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_COORDINATOR, ROLE_REQUIRED, SCOPE_REQUIRED, SUPERVISOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_COORDINATOR" | "ROLE_REQUIRED" | "SCOPE_REQUIRED" | "SUPERVISOR_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_CLOSED, ALREADY_ERASED, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_CLOSED" | "ALREADY_ERASED" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    reopen: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_COORDINATOR, ROLE_REQUIRED, SCOPE_REQUIRED, SUPERVISOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_COORDINATOR" | "ROLE_REQUIRED" | "SCOPE_REQUIRED" | "SUPERVISOR_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_ERASED, NOT_CLOSED, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_ERASED" | "NOT_CLOSED" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "raise-hash-limit": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    max: number;
                    text: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_COORDINATOR, ROLE_REQUIRED, SCOPE_REQUIRED, SUPERVISOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_COORDINATOR" | "ROLE_REQUIRED" | "SCOPE_REQUIRED" | "SUPERVISOR_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_CLOSED, ALREADY_ERASED, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_CLOSED" | "ALREADY_ERASED" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    link: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Reference number of another referral, for example XR-2026-000123 */
                    other: string;
                    /** @enum {string} */
                    kind: "related" | "same-series" | "same-victim";
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_COORDINATOR, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_COORDINATOR" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_CLOSED, ALREADY_ERASED, DUPLICATE_OF_ITSELF, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_CLOSED" | "ALREADY_ERASED" | "DUPLICATE_OF_ITSELF" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "order-erasure": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN, REAUTHENTICATION_REQUIRED */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN" | "REAUTHENTICATION_REQUIRED";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_SENDER, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_SENDER" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_ERASED, NOT_CLOSED, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_ERASED" | "NOT_CLOSED" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    retain: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description When it is reviewed again; at most three years from now
                     */
                    until: string;
                    text: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_COORDINATOR, ROLE_REQUIRED, SCOPE_REQUIRED, SUPERVISOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_COORDINATOR" | "ROLE_REQUIRED" | "SCOPE_REQUIRED" | "SUPERVISOR_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_ERASED, NOT_CLOSED, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_ERASED" | "NOT_CLOSED" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "place-legal-hold": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_COORDINATOR, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_COORDINATOR" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_ERASED, LEGAL_HOLD, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_ERASED" | "LEGAL_HOLD" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "lift-legal-hold": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_COORDINATOR, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_COORDINATOR" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_ERASED, NO_LEGAL_HOLD, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_ERASED" | "NO_LEGAL_HOLD" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    erase: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN, REAUTHENTICATION_REQUIRED */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN" | "REAUTHENTICATION_REQUIRED";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_COORDINATOR, ROLE_REQUIRED, SCOPE_REQUIRED, SUPERVISOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_COORDINATOR" | "ROLE_REQUIRED" | "SCOPE_REQUIRED" | "SUPERVISOR_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_ERASED, LEGAL_HOLD, NOT_CLOSED, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_ERASED" | "LEGAL_HOLD" | "NOT_CLOSED" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "confirm-erasure": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Id of the recipient, as `status` shows it */
                    recipientId: string;
                };
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_RECIPIENT, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_RECIPIENT" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_RECIPIENT, UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_RECIPIENT" | "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_CLOSED, RECIPIENT_FINAL, RECIPIENT_WRONG_STATUS, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_CLOSED" | "RECIPIENT_FINAL" | "RECIPIENT_WRONG_STATUS" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readDirectory: {
        parameters: {
            query?: {
                /** @description ISO 3166-1 alpha-2, for example NL; XR for international organisations */
                country?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The directory */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Directory"];
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "SCOPE_REQUIRED";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description The content is invalid; the problem names each fault: INVALID_INPUT */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "INVALID_INPUT";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    findMatches: {
        parameters: {
            query?: {
                /** @description An agency's own case number, as system:number */
                origin?: string;
                /** @description The case number that the caller's agency uses for a referral */
                ownReference?: string;
                /** @description A hash value, as algorithm:value; only exact matches are found */
                hash?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Empty if there is none that the caller may read */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Matches"];
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "SCOPE_REQUIRED";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description The content is invalid; the problem names each fault: INVALID_INPUT */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "INVALID_INPUT";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "SCOPE_REQUIRED";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listDrills: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contact points with their drills */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Drills"];
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    startDrill: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    contactPoint: string;
                };
            };
        };
        responses: {
            /** @description The drill is started */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedDrill"];
                };
            };
            /** @description The request cannot be read: BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "WRONG_STATUS";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: INVALID_INPUT, UNKNOWN_CONTACT_POINT */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "INVALID_INPUT" | "UNKNOWN_CONTACT_POINT";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAdministeredAgencies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The agencies */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdministeredAgencies"];
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    addAgency: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    name: string;
                    /** @enum {string} */
                    type: "law-enforcement" | "judicial" | "government" | "child-protection" | "non-profit" | "industry" | "international-organisation";
                    country: string | null;
                };
            };
        };
        responses: {
            /** @description The change is proposed, or nothing differs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposed"];
                };
            };
            /** @description The request cannot be read: BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: INVALID_INPUT, MATERIAL_REFUSED, UNKNOWN_AGENCY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "INVALID_INPUT" | "MATERIAL_REFUSED" | "UNKNOWN_AGENCY";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    renameAgency: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agency: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description Of the agency as the caller read it */
                    version?: string;
                };
            };
        };
        responses: {
            /** @description The change is proposed, or nothing differs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposed"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: INVALID_INPUT, MATERIAL_REFUSED, UNKNOWN_AGENCY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "INVALID_INPUT" | "MATERIAL_REFUSED" | "UNKNOWN_AGENCY";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    disableAgency: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agency: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The change is proposed, or nothing differs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposed"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: INVALID_INPUT, MATERIAL_REFUSED, UNKNOWN_AGENCY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "INVALID_INPUT" | "MATERIAL_REFUSED" | "UNKNOWN_AGENCY";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    enableAgency: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agency: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The change is proposed, or nothing differs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposed"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: INVALID_INPUT, MATERIAL_REFUSED, UNKNOWN_AGENCY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "INVALID_INPUT" | "MATERIAL_REFUSED" | "UNKNOWN_AGENCY";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listProposals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The proposals */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposals"];
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposal: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The proposal */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_PROPOSAL, UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_PROPOSAL" | "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    confirmProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposal: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What followed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Decided"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN, REAUTHENTICATION_REQUIRED */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN" | "REAUTHENTICATION_REQUIRED";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, ROLE_REQUIRED, SAME_PERSON, SCOPE_REQUIRED, SELF_GRANT, UNKNOWN_PERSON */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "ROLE_REQUIRED" | "SAME_PERSON" | "SCOPE_REQUIRED" | "SELF_GRANT" | "UNKNOWN_PERSON";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_PROPOSAL, UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_PROPOSAL" | "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: PROPOSAL_DECIDED, PROPOSAL_EXPIRED, WAITING_PERIOD, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "PROPOSAL_DECIDED" | "PROPOSAL_EXPIRED" | "WAITING_PERIOD" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: INVALID_INPUT, MATERIAL_REFUSED, UNKNOWN_AGENCY, UNKNOWN_CONTACT_POINT */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "INVALID_INPUT" | "MATERIAL_REFUSED" | "UNKNOWN_AGENCY" | "UNKNOWN_CONTACT_POINT";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    rejectProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposal: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What followed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Decided"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, ROLE_REQUIRED, SAME_PERSON, SCOPE_REQUIRED, SELF_GRANT, UNKNOWN_PERSON */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "ROLE_REQUIRED" | "SAME_PERSON" | "SCOPE_REQUIRED" | "SELF_GRANT" | "UNKNOWN_PERSON";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_PROPOSAL, UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_PROPOSAL" | "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: PROPOSAL_DECIDED, PROPOSAL_EXPIRED, WAITING_PERIOD, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "PROPOSAL_DECIDED" | "PROPOSAL_EXPIRED" | "WAITING_PERIOD" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: INVALID_INPUT, MATERIAL_REFUSED, UNKNOWN_AGENCY, UNKNOWN_CONTACT_POINT */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "INVALID_INPUT" | "MATERIAL_REFUSED" | "UNKNOWN_AGENCY" | "UNKNOWN_CONTACT_POINT";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    withdrawProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposal: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What followed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Decided"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, ROLE_REQUIRED, SAME_PERSON, SCOPE_REQUIRED, SELF_GRANT, UNKNOWN_PERSON */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "ROLE_REQUIRED" | "SAME_PERSON" | "SCOPE_REQUIRED" | "SELF_GRANT" | "UNKNOWN_PERSON";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_PROPOSAL, UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_PROPOSAL" | "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: PROPOSAL_DECIDED, PROPOSAL_EXPIRED, WAITING_PERIOD, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "PROPOSAL_DECIDED" | "PROPOSAL_EXPIRED" | "WAITING_PERIOD" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: INVALID_INPUT, MATERIAL_REFUSED, UNKNOWN_AGENCY, UNKNOWN_CONTACT_POINT */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "INVALID_INPUT" | "MATERIAL_REFUSED" | "UNKNOWN_AGENCY" | "UNKNOWN_CONTACT_POINT";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPointHours: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contact points */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointHours"];
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    changePointHours: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                point: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 24/7; 08:00-16:00 on every working day; or by weekday: Mo-Fr 08:00-12:00,13:00-16:00; Sa 09:00-12:00. In the time zone of the contact point */
                    hours: string;
                    /** @description Of the contact point as the caller read it */
                    version?: string;
                };
            };
        };
        responses: {
            /** @description The change is proposed, or nothing differs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposed"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: INVALID_INPUT, MATERIAL_REFUSED, UNKNOWN_AGENCY, UNKNOWN_CONTACT_POINT */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "INVALID_INPUT" | "MATERIAL_REFUSED" | "UNKNOWN_AGENCY" | "UNKNOWN_CONTACT_POINT";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    disableContactPoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                point: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The change is proposed, or nothing differs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposed"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: INVALID_INPUT, MATERIAL_REFUSED, UNKNOWN_AGENCY, UNKNOWN_CONTACT_POINT */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "INVALID_INPUT" | "MATERIAL_REFUSED" | "UNKNOWN_AGENCY" | "UNKNOWN_CONTACT_POINT";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    enableContactPoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                point: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The change is proposed, or nothing differs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposed"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: INVALID_INPUT, MATERIAL_REFUSED, UNKNOWN_AGENCY, UNKNOWN_CONTACT_POINT */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "INVALID_INPUT" | "MATERIAL_REFUSED" | "UNKNOWN_AGENCY" | "UNKNOWN_CONTACT_POINT";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listClosedDays: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agency: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The days, in order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpecialDays"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            /** @description The content is invalid; the problem names each fault: UNKNOWN_AGENCY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_AGENCY";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    addClosedDay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agency: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    day: string;
                    name: string;
                    /** @description On a half day, the local time at which the agency closes. Absent: closed all day */
                    closesAt?: string;
                };
            };
        };
        responses: {
            /** @description The change is proposed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposed"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: INVALID_INPUT, MATERIAL_REFUSED, UNKNOWN_AGENCY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "INVALID_INPUT" | "MATERIAL_REFUSED" | "UNKNOWN_AGENCY";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeClosedDay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agency: string;
                day: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The change is proposed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposed"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: INVALID_INPUT, MATERIAL_REFUSED, UNKNOWN_AGENCY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "INVALID_INPUT" | "MATERIAL_REFUSED" | "UNKNOWN_AGENCY";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhooks, without their secrets */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhooks"];
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    addWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A public https address */
                    url: string;
                    kinds: ("arrivals" | "supplements" | "questions" | "answers" | "outcomes" | "transfers" | "deadlines" | "closures")[];
                };
            };
        };
        responses: {
            /** @description The change is proposed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposed"];
                };
            };
            /** @description The request cannot be read: BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: INVALID_INPUT, MATERIAL_REFUSED, UNKNOWN_AGENCY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "INVALID_INPUT" | "MATERIAL_REFUSED" | "UNKNOWN_AGENCY";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The change is proposed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposed"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL, UNKNOWN_WEBHOOK */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL" | "UNKNOWN_WEBHOOK";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: INVALID_INPUT, MATERIAL_REFUSED, UNKNOWN_AGENCY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "INVALID_INPUT" | "MATERIAL_REFUSED" | "UNKNOWN_AGENCY";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    renewWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The secret */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookSecret"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN, REAUTHENTICATION_REQUIRED */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN" | "REAUTHENTICATION_REQUIRED";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL, UNKNOWN_WEBHOOK */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL" | "UNKNOWN_WEBHOOK";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    enableWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is enabled */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDone"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL, UNKNOWN_WEBHOOK */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL" | "UNKNOWN_WEBHOOK";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                status?: "waiting" | "sent" | "failed";
                /** @description `next` of the previous page */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The deliveries */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveries"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL, UNKNOWN_WEBHOOK */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL" | "UNKNOWN_WEBHOOK";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            /** @description The content is invalid; the problem names each fault: INVALID_INPUT */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "INVALID_INPUT";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    sendFailedDeliveriesAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They are queued */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveriesQueued"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL, UNKNOWN_WEBHOOK */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL" | "UNKNOWN_WEBHOOK";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    sendWebhookDeliveryAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is queued */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDone"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL, UNKNOWN_WEBHOOK */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL" | "UNKNOWN_WEBHOOK";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAbsences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The absences after the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Absences"];
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    enterAbsence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description The first day, in the time zone of the person
                     */
                    from: string;
                    /**
                     * Format: date
                     * @description The last day
                     */
                    until: string;
                    /** @description Somebody of the agency who works on referrals */
                    deputyId?: string;
                };
            };
        };
        responses: {
            /** @description The absences after the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Absences"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, ROLE_REQUIRED, SCOPE_REQUIRED, UNKNOWN_PERSON */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "ROLE_REQUIRED" | "SCOPE_REQUIRED" | "UNKNOWN_PERSON";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: INVALID_INPUT */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "INVALID_INPUT";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeAbsence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The absences after the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Absences"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, ROLE_REQUIRED, SCOPE_REQUIRED, UNKNOWN_PERSON */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "ROLE_REQUIRED" | "SCOPE_REQUIRED" | "UNKNOWN_PERSON";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listErasures: {
        parameters: {
            query?: {
                /** @description "true" leaves out those that confirmed */
                open?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description At most 1,000 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasures"];
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description The content is invalid; the problem names each fault: INVALID_INPUT */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "INVALID_INPUT";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readStatistics: {
        parameters: {
            query: {
                /** @description The calendar year (UTC) */
                year: number;
                /** @description Requests that the agency made, received or coordinated; the first that it has of coordinated, received, made */
                side?: "made" | "received" | "coordinated";
                /** @description Only requests of this kind; all by default */
                kind?: "case-referral" | "information-request" | "own-initiative-information" | "preservation-request" | "emergency-disclosure-request" | "takedown-notice";
                /** @description Only requests under this legal instrument; all by default */
                instrument?: "directive-2023-977" | "eio-directive-2014-41" | "e-evidence-regulation-2023-1543" | "budapest-convention" | "cets-224" | "national-law" | "none";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The statistics */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statistics"];
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description The content is invalid; the problem names each fault: INVALID_INPUT */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "INVALID_INPUT";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Empty if nothing is announced */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "SCOPE_REQUIRED";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    announce: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Maintenance needs an end
                     * @enum {string}
                     */
                    kind: "maintenance" | "mail-outage";
                    /**
                     * Format: date-time
                     * @description Default: now
                     */
                    from?: string;
                    /**
                     * Format: date-time
                     * @description ISO 8601 date and time with an offset, for example 2026-11-24T14:00:00+01:00
                     */
                    to?: string;
                };
            };
        };
        responses: {
            /** @description Empty if nothing is announced */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
            /** @description The request cannot be read: BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: INVALID_INPUT */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "INVALID_INPUT";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    withdrawAnnouncement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Empty if nothing is announced */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: INVALID_INPUT */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "INVALID_INPUT";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    submitBatch: {
        parameters: {
            query?: {
                /** @description Refuse a report with elements that the schema lacks, instead of keeping them as particulars */
                strict?: string;
                /** @description Take the CyberTipline number of each report from the name of its file, for example 12345678.xml */
                reportIdsFromNames?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description Reports, details of their files, and referrals in JSON, in any order: at most 200 */
                    file: string[];
                };
            };
        };
        responses: {
            /** @description The result of each file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmissionBatch"];
                };
            };
            /** @description The request cannot be read: BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: INVALID_INPUT, INVALID_REPORT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "INVALID_INPUT" | "INVALID_REPORT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    supplement: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is done once and gets the same answer. If missing, a new key is made */
                "idempotency-key"?: string;
                /** @description Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412) */
                "if-match"?: string;
            };
            path: {
                /** @description Reference number or id, for example XR-2026-000123 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    addition: {
                        summary: string;
                        /** @default [] */
                        indicators?: {
                            /** @description null if the indicator names no country; give the reason in "note". Codes such as A1 or EU become null, with a note */
                            country: string | null;
                            /** @enum {string} */
                            basis: "ip-geolocation" | "estimated-location" | "phone-prefix" | "postal-address" | "hosting-location" | "legal-process" | "prior-report" | "victim-location" | "suspect-location" | "nationality" | "language" | "manual";
                            /**
                             * @description the person whose place it is evidence of, if that is known
                             * @enum {string}
                             */
                            party?: "suspect" | "victim";
                            /** @default false */
                            verified?: boolean;
                            /** @default false */
                            proxySuspected?: boolean;
                            /**
                             * Format: date-time
                             * @description ISO 8601 date and time with an offset, for example 2026-11-24T14:00:00+01:00
                             */
                            observedAt?: string;
                            value?: string;
                            note?: string;
                        }[];
                        /** @default [] */
                        originReferences?: {
                            system: string;
                            id: string;
                        }[];
                        /** @default [] */
                        materials?: {
                            /** @enum {string} */
                            algorithm: "md5" | "sha1" | "sha256" | "sha512" | "pdq" | "photodna" | "other";
                            value: string;
                            source: string;
                            /**
                             * @default unclassified
                             * @enum {string}
                             */
                            classification?: "baseline" | "nationally-illegal" | "not-illegal" | "unclassified";
                            /** @enum {string} */
                            industryClassification?: "A1" | "A2" | "B1" | "B2";
                            viewedByReporter?: boolean;
                            publiclyAvailable?: boolean;
                        }[];
                        /** @default [] */
                        particulars?: {
                            label: string;
                            value: string;
                        }[];
                    };
                };
                "application/xml": string;
                "text/xml": string;
                "multipart/form-data": {
                    /** @description A report and the details of its files, in any order: at most 200 */
                    file: string[];
                    /** @description The CyberTipline number of the report: its origin reference */
                    reportId?: string;
                };
                "text/csv": string;
            };
        };
        responses: {
            /** @description The act is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submitted"];
                };
            };
            /** @description The request cannot be read: ADDRESS_NOT_READABLE, BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_READABLE" | "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, NOT_SENDER, ROLE_REQUIRED, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "NOT_SENDER" | "ROLE_REQUIRED" | "SCOPE_REQUIRED";
                    };
                };
            };
            /** @description There is no such thing, or the caller may not see it: UNKNOWN_REFERRAL */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "UNKNOWN_REFERRAL";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            /** @description Not possible in the present state: ALREADY_CLOSED, ALREADY_ERASED, STALE_JOURNAL, TEXT_PURGED, WRONG_STATUS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ALREADY_CLOSED" | "ALREADY_ERASED" | "STALE_JOURNAL" | "TEXT_PURGED" | "WRONG_STATUS";
                    };
                };
            };
            /** @description Changed since the caller read it: read it again, then decide: CHANGED_MEANWHILE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "CHANGED_MEANWHILE";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: IDEMPOTENCY_MISMATCH, INVALID_INPUT, INVALID_REPORT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "INVALID_REPORT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    examineMaterial: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
                "application/xml": string;
                "text/xml": string;
                "text/plain": string;
            };
        };
        responses: {
            /** @description What the guard would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuardExamination"];
                };
            };
            /** @description The request cannot be read: BODY_NOT_READABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "BODY_NOT_READABLE";
                    };
                };
            };
            /** @description Not authenticated, or not recently enough: NOT_SIGNED_IN */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750, RFC 9449 and RFC 9470) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "NOT_SIGNED_IN";
                    };
                };
            };
            /** @description Not permitted: FORM_NOT_OURS, SCOPE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "FORM_NOT_OURS" | "SCOPE_REQUIRED";
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeNotAccepted"];
            /** @description The content is invalid; the problem names each fault: INVALID_INPUT, INVALID_REPORT, MATERIAL_REFUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "INVALID_INPUT" | "INVALID_REPORT" | "MATERIAL_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
}
