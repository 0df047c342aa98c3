//! The invented people of Contoso kommun: one of each trouble that a caller can have, dated from when the directory is
//! seeded.
//!
//! | account | what there is to practise |
//! |---|---|
//! | `jesrab01` | locked 14 minutes ago, and stays so; two known passwords for the history refusal |
//! | `mmeyers` | nothing wrong |
//! | `annlin02` | was locked two hours ago; her policy lets a lock lapse after 15 minutes |
//! | `evakar01`, `evakar02` | two of the same name in different departments; the first is locked |
//! | `perols01` | disabled |
//! | `sarhol01` | the account expired a week ago |
//! | `karnys01` | the password expired |
//! | `linber01` | must choose another password |
//! | `kassan01` | must choose another password, and may not change it: shut out |
//! | `hasnil01` | may not sign in at this hour |
//! | `maldah01` | may sign in at two computers only |
//! | `recept01` | a password that never expires; the mobile is also `stibla01`'s |
//! | `stibla01` | the password expired, and the mobile is also `recept01`'s |
//! | `bengun01` | no mobile registered |
//! | `ingsve01` | a landline registered as mobile, locked |
//! | `ololun01` | locked, and the mobile was changed yesterday |
//! | `rutros01` | protected: an administrator, locked |
//! | `gunpol01` | locked, under a policy that the servicedesk may not read |
//! | `tomsmi01` | must sign in by smartcard |
//! | `asaost01` | å and ö in the name, locked |
//! | `larhan01` | a foreign mobile, locked |
//! | `kimfal01` | a display name meant to deceive a terminal, locked |
//! | `sivlun01` | locked, and no code is accepted: ten wrong ones were read back to a colleague half an hour ago |
//! | `akeobe01`, `andobe01` | Öberg and Oberg, who sound the same to a keyboard without ö |
//! | `evaeri01`, `karjon01` | Eriksson and Jonsson, which callers spell in many ways |
//! | `viklun01` | locked, and locked again twice after an unlock: his phone has an old password |
//! | `tovask01` | two mobile numbers |
//! | `pelnil01` | a personal number as employeeID, which is searched (198805121236) |
//!
//! Mobiles and landlines are from the series that PTS keeps for fiction (070-1740605 to 070-1740699,
//! 08-46500400 to 08-46500499), the foreign one from Ofcom's (07700 900000 to 900999): nobody has them.

use super::device::Device;
use super::person::{Person, Place};
use jiff::{SignedDuration, Timestamp};

pub(super) const OPERATOR: &str = "operator";
pub(super) const OPERATOR_PASSWORD: &str = "Practice-makes-42";

/// The current password of `jesrab01`. Choosing it again is refused: "already used".
pub const JESPER_PASSWORD: &str = "Lingon-Tak-41";
/// Passwords that `jesrab01` had before, the latest first. Refused likewise.
pub const JESPER_EARLIER: [&str; 2] = ["Blomma-Sten-17", "Granit-Moln-88"];

/// Their verification is closed when practice begins.
pub const CLOSED: &str = "sivlun01";
/// The operator whom the wrong codes were read back to.
pub const COLLEAGUE: &str = "CONTOSO\\kollega";

const DAY: SignedDuration = SignedDuration::from_hours(24);

/// Those who are in every practice directory.
pub(super) fn at_the_desk() -> [Person; 1] {
    let operator = Person::new(OPERATOR)
        .named("Olle", "Operatör")
        .department("IT")
        .group(super::state::SERVICEDESK)
        .password(OPERATOR_PASSWORD, &[]);
    [Person { place: Place::Users, never_expires: true, ..operator }]
}

/// Those who call.
pub fn practice(now: Timestamp) -> Vec<Person> {
    let ago = |span: SignedDuration| now - span;
    let minutes_ago = |minutes| ago(SignedDuration::from_mins(minutes));
    let someone = |account: &str, given: &str, surname: &str, department: &str, mobile: &str| {
        let mut person = Person::new(account).named(given, surname).department(department).mobile(mobile);
        // The guide's own example is mmeyers@contoso.com.
        person.proxy_addresses.push(format!("smtp:{account}@contoso.com"));
        Person { last_logon_timestamp: Some(ago(DAY * 6)), ..person }
    };
    let works = |person: Person, manager: &str, office: &str, telephone: &str| Person {
        manager: Some(manager.to_owned()),
        office: Some(office.to_owned()),
        telephone: Some(telephone.to_owned()),
        ..person
    };
    vec![
        Person {
            last_logon: Some(minutes_ago(125)),
            ..works(
                someone("jesrab01", "Jesper", "Råberg", "Kultur och fritid", "070-174 06 11")
                    .title("Fritidsledare")
                    .group("Kultur")
                    .password(JESPER_PASSWORD, &JESPER_EARLIER)
                    .locked_at(minutes_ago(14)),
                "maldah01",
                "Fritidsgården",
                "08-465 004 31",
            )
        },
        works(
            someone("mmeyers", "Mia", "Meyers", "Ekonomi", "+46701740612").title("Ekonom"),
            "gunpol01",
            "Stadshuset",
            "08-465 004 32",
        ),
        someone("annlin02", "Anna", "Lind", "Skola", "070-174 06 13")
            .special_policy("Skolan")
            .locked_at(minutes_ago(120)),
        someone("evakar01", "Eva", "Karlsson", "Socialtjänst", "0701740614")
            .title("Socialsekreterare")
            .locked_at(minutes_ago(35)),
        works(
            someone("evakar02", "Eva", "Karlsson", "Skola", "070-174 06 15").title("Lärare"),
            "evaeri01",
            "Centralskolan",
            "08-465 004 33",
        ),
        Person { disabled: true, ..someone("perols01", "Per", "Olsson", "Teknik", "070-174 06 16") },
        Person {
            account_expires: Some(ago(DAY * 7)),
            title: Some("Vikarie".to_owned()),
            ..someone("sarhol01", "Sara", "Holm", "Skola", "070-174 06 17")
        },
        Person {
            password_set: Some(ago(DAY * 200)),
            ..someone("karnys01", "Karl", "Nyström", "Teknik", "+46 70 174 06 18")
        },
        Person { must_change: true, ..someone("linber01", "Lina", "Berg", "Omsorg", "070-174 06 19") },
        Person {
            must_change: true,
            cannot_change_password: true,
            ..someone("kassan01", "Kassan", "Badhuset", "Kultur och fritid", "070-174 06 28")
        },
        Person {
            logon_hours: Some(hours_beginning(now + SignedDuration::from_hours(3))),
            ..someone("hasnil01", "Hassan", "Nilsson", "Teknik", "070-174 06 29")
        },
        Person {
            workstations: vec!["BIBL-PC01".to_owned(), "BIBL-PC02".to_owned()],
            ..someone("maldah01", "Malin", "Dahl", "Bibliotek", "070-174 06 30").title("Bibliotekschef")
        },
        Person {
            never_expires: true,
            password_set: Some(ago(DAY * 390)),
            ..someone("recept01", "Reception", "Stadshuset", "Service", "070-174 06 20")
        },
        Person { password_set: Some(ago(DAY * 190)), ..someone("stibla01", "Stina", "Blad", "Service", "0701740620") },
        Person {
            telephone: Some("08-465 004 22".to_owned()),
            ..Person::new("bengun01").named("Bengt", "Gunnarsson").department("Omsorg")
        },
        someone("ingsve01", "Ingrid", "Svensson", "Bibliotek", "08-465 004 21").locked_at(minutes_ago(50)),
        Person {
            mobile_changed: Some(ago(DAY)),
            ..works(
                someone("ololun01", "Olof", "Lundin", "Teknik", "070-174 06 22")
                    .title("Drifttekniker")
                    .locked_at(minutes_ago(5)),
                "pelnil01",
                "Förrådet",
                "08-465 004 34",
            )
        },
        Person {
            protected: true,
            groups: vec![super::state::DOMAIN_ADMINS.to_owned()],
            ..someone("rutros01", "Rut", "Rosén", "IT", "070-174 06 23").locked_at(minutes_ago(20))
        },
        someone("gunpol01", "Gunilla", "Pohl", "Kommunstyrelsen", "070-174 06 24")
            .special_policy("Politiker")
            .locked_at(minutes_ago(8)),
        Person { smartcard_required: true, ..someone("tomsmi01", "Tomas", "Smitt", "Hälsovård", "070-174 06 25") },
        someone("asaost01", "Åsa", "Öström", "Förskola", "0046 70 174 06 26").locked_at(minutes_ago(25)),
        someone("larhan01", "Lars", "Hansen", "Näringsliv", "+44 7700 900123").locked_at(minutes_ago(40)),
        someone(CLOSED, "Siv", "Lund", "Omsorg", "070-174 06 41").locked_at(minutes_ago(30)),
        someone("akeobe01", "Åke", "Öberg", "Teknik", "070-174 06 36").title("Vaktmästare"),
        someone("andobe01", "Anders", "Oberg", "Skola", "070-174 06 37").title("Lärare"),
        someone("evaeri01", "Eva", "Eriksson", "Skola", "070-174 06 38").title("Rektor"),
        someone("karjon01", "Karin", "Jonsson", "Omsorg", "070-174 06 39").title("Undersköterska"),
        Person {
            device: Device { undoes: 2, tries_at: None },
            ..someone("viklun01", "Viktor", "Lundgren", "Teknik", "070-174 06 55").locked_at(minutes_ago(10))
        },
        someone("tovask01", "Tove", "Ask", "Omsorg", "070-174 06 42 / 070-174 06 43").title("Sjuksköterska"),
        Person {
            employee_id: Some("198805121236".to_owned()),
            ..someone("pelnil01", "Pelle", "Nilsson", "Teknik", "070-174 06 40").title("Fastighetsskötare")
        },
        Person {
            display_name: Some("Kim \u{1b}[32mFalk\u{202e}txen\u{200b}\r\nUnlocked".to_owned()),
            ..someone("kimfal01", "Kim", "Falk", "Teknik", "070-174 06 27").locked_at(minutes_ago(12))
        },
    ]
}

/// Twelve hours of each day, from the one that begins `from`.
fn hours_beginning(from: Timestamp) -> [u8; 21] {
    let first = usize::try_from(from.as_second() / 3600 % 24).unwrap_or_default();
    let mut bits = [0; 21];
    for day in 0..7 {
        for hour in first..first + 12 {
            let bit = (24 * day + hour) % (7 * 24);
            bits[bit / 8] |= 1 << (bit % 8);
        }
    }
    bits
}
