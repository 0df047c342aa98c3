//! `doctor` on the SMS gateway, and its test message.

use insta::assert_snapshot;

use super::desk;
use crate::desk::fixture::Says;

#[test]
fn gateway_states_are_reported() {
    let with = |says: Says, command: &str| {
        let mut desk = desk();
        desk.gateway(says);
        desk.run(command)
    };
    assert_snapshot!(with(Says::Answer("202 Accepted", "0: Accepted for delivery"), "doctor --send-to 070-1740631"), @r"
    sms +46701740631 Ett test från servicedesk (0142-36 6000): SMS kommer fram. Du behöver inte göra något. Mjölby kommun
    out Inställningar
    out   bra: 16 inställningar är satta. Inställningsfil: …/config.toml.
    out Katalogen
    out   bra: En katalogserver är inställd.
    out   bra: 127.0.0.1: svarar.
    out   bra: 127.0.0.1: certifikatet gäller 755929 dagar framåt, till 4096-01-01 kl. 00.00: CN=dc1.ad.contoso.example, utfärdat av CN=servicedesk practice directory, för dc1.ad.contoso.example, 127.0.0.1, giltigt från 1975-01-01 till 4096-01-01, SHA-256 ‹sha256›.
    out   bra: 127.0.0.1: klockan går som datorns.
    out   bra: Inloggad som CONTOSO\operator på 127.0.0.1. Lösenordet är från fil (directory.password_file).
    out   bra: Utelåsning och lösenord avgörs på 127.0.0.1 (PDC), som svarar.
    out   bra: Konton går att slå upp.
    out   bra: Ditt lösenord går inte ut.
    out   bra: Katalogen kontrollerar själv att ett lösenord inte är använt förut.
    out Rättigheter
    out   bra: Kontrollerat med Eva Andersson (evaand01), ett vanligt konto som hittades. För ett annat: servicedesk doctor KONTO
    out   bra: Du får läsa de 33 attribut som programmet läser på ett konto.
    out   bra: Du får låsa upp kontot.
    out   bra: Du får sätta ett nytt lösenord.
    out   bra: Du får kräva att lösenordet byts vid nästa inloggning.
    out   bra: Lösenordet har domänens regler, och du får läsa dem.
    out SMS
    out   bra: SMS-tjänsten 127.0.0.1:‹port› svarar.
    out   bra: SMS-tjänsten godtar inloggningen.
    out   bra: Ett test-SMS är skickat till *********31. Kontrollera att det har kommit.
    out Databasen och loggen
    out   bra: …/state/state.db går att läsa och skriva. Gränserna för koder räknas där.
    out   bra: Databasen är din, och bara du får läsa den (rättigheter 600).
    out   bra: Loggen stämmer: 3 poster.
    out Datorn
    out   inte prövat: Ingen terminal här. Skript behöver ingen.
    out   bra: Nyckelringen behövs inte för att logga in.
    out Allt som ett samtal behöver fungerar.
    log 1-2 send_trial : done
    exit 0
    ");
    assert_snapshot!(with(Says::Answer("403 Forbidden", "Authorization failed for sendsms"), "doctor -q --send-to 0701740631"), @"
    out SMS
    out   FEL: SMS-tjänsten 127.0.0.1:‹port› godtog inte inloggningen (användarnamn eller hemlighet). Inget SMS är skickat.
    out       Gör så här: Säg till den som sköter programmet att kontrollera [sms] i inställningarna.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
    assert_snapshot!(with(Says::Answer("503 Service Unavailable", "Try later"), "doctor -q"), @"
    out SMS
    out   FEL: SMS-tjänsten 127.0.0.1:‹port› är upptagen. Inget SMS är skickat.
    out       Gör så här: Kontrollera [sms] i inställningarna, eller säg till dem som sköter nätverket och SMS-tjänsten.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
    assert_snapshot!(with(Says::Answer("404 Not Found", "Unknown request."), "doctor -q"), @"
    out SMS
    out   FEL: Det som svarar på 127.0.0.1:‹port› är ingen SMS-tjänst, eller en med fel. Inget SMS är skickat.
    out       Gör så här: Kontrollera [sms] i inställningarna, eller säg till dem som sköter nätverket och SMS-tjänsten.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
}

#[test]
fn preset_and_unproved_success_are_shown() {
    let mut desk = desk();
    desk.gateway(Says::Answer("404 Not Found", "")).unset("sms.provider");
    desk.set("sms.preset", "\"vonage\"");
    let run = desk.run("doctor");
    assert!(run.contains("bra: SMS-tjänsten 127.0.0.1:‹port› (sms.preset vonage) svarar."), "{run}");
    desk.unset("sms.preset").set("sms.provider", "\"http\"");
    desk.set("sms.http", "{ success = { status = [200] }, form = { to = '{{ to_e164 }}', text = '{{ text }}' } }");
    assert_snapshot!(desk.run("doctor -q"), @"
    out SMS
    out   OBS: SMS-tjänsten 127.0.0.1:‹port› svarar, men sms.http säger inte vad som visar att den har tagit emot ett SMS: för varje SMS sägs att det kan vara skickat, eller inte.
    out       Gör så här: Ange id, eller success med pointer eller body, i [sms.http]. Se servicedesk-config(5).
    out Det går att ta emot samtal, men en sak behöver ses över.
    exit 7
    ");
}

#[test]
fn unreachable_gateway_is_reported() {
    let mut desk = desk();
    desk.gateway_at("http://127.0.0.1:1/cgi-bin/sendsms");
    assert_snapshot!(desk.run("doctor -q --send-to 0701740631"), @"
    out SMS
    out   FEL: SMS-tjänsten 127.0.0.1:1 gick inte att nå. Inget SMS är skickat.
    out       Gör så här: Kontrollera [sms] i inställningarna, eller säg till dem som sköter nätverket och SMS-tjänsten.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
    // Then callers can be identified another way.
    desk.set("verification.allow_identified_by", "true");
    assert!(desk.run("doctor -q").ends_with("exit 7"));
}

#[test]
fn missing_gateway_is_reported() {
    let mut desk = desk();
    desk.unset("sms.provider").unset("sms.outbox");
    assert_snapshot!(desk.run("doctor -q"), @"
    out SMS
    out   FEL: Ingen SMS-tjänst är inställd (sms.provider). Inget SMS är skickat.
    out       Gör så här: Säg till den som sköter programmet att kontrollera [sms] i inställningarna.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
}

#[test]
fn unwritable_outbox_is_reported() {
    let mut desk = desk();
    desk.set("sms.outbox", "\"ca.pem/outbox\"");
    // Not even root can make a folder in a file.
    assert_snapshot!(desk.run("doctor -q"), @"
    out SMS
    out   FEL: SMS-tjänsten …/ca.pem/outbox gick inte att nå. Inget SMS är skickat.
    out       Gör så här: Kontrollera [sms] i inställningarna, eller säg till dem som sköter nätverket och SMS-tjänsten.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
}

#[test]
fn invalid_number_is_refused() {
    assert_snapshot!(desk().run("doctor --send-to kalle"), @"
    err Fel: ”kalle” är inget telefonnummer.
    err Gör så här: Skriv till exempel 0701740605 eller +46701740605. Inget är skickat.
    exit 2
    ");
}

#[test]
fn test_message_is_written_to_outbox() {
    assert_snapshot!(desk().in_english().run("doctor -q --send-to +46701740631"), @"
    sms +46701740631 This is a test message from the servicedesk (0142-36 6000). You do not need to do anything. Mjölby kommun
    out Everything needed for a call works.
    log 1-2 send_trial : done
    exit 0
    ");
}
