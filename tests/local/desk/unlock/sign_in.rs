//! What `unlock` says about signing in afterwards: hours, computers, and a password that must be changed.

use insta::assert_snapshot;
use servicedesk::practice::Person;

use crate::desk::fixture::Answer::Text;
use crate::desk::fixture::TestDesk;
use crate::desk::fixture::people::eva;

const GOOD: &str = "Gran-Moln-73";
const OTHER: &str = "Annan-Moln-74";

/// Only the verdict's own sentences: what the controller would answer 530 and 531 to is not "you can sign in now".
#[test]
fn unlock_states_sign_in_restrictions() {
    let mut later = [0_u8; 21];
    // The test's Monday, 15:00 UTC.
    later[4] = 0b1000_0000;
    let computers = || vec!["PC1".to_owned(), "PC2".to_owned()];
    let restricted = [
        ("later", Person { logon_hours: Some(later), ..eva() }),
        ("never", Person { logon_hours: Some([0; 21]), ..eva() }),
        ("computers", Person { workstations: computers(), ..eva() }),
        ("one computer", Person { workstations: vec!["PC1".to_owned()], ..eva() }),
        (
            "later, computers, must change",
            Person { logon_hours: Some(later), workstations: computers(), must_change: true, ..eva() },
        ),
    ];
    let mut said = String::new();
    for (what, person) in restricted {
        let mut desk = TestDesk::configured().with(person);
        said += &format!("{what}\n");
        let mut keep = |run: &str, only: &[&str]| {
            let lines = run.lines().filter(|line| only.iter().any(|only| line.starts_with(only)));
            lines.for_each(|line| said += &format!("  {line}\n"));
        };
        keep(&desk.run("lookup evaand01"), &["out  Gör nu"]);
        let told = ["out Kontot", "out Säg"];
        for command in ["send-code evaand01", "unlock evaand01 --code {code}", "unlock evaand01"] {
            keep(&desk.run(command), &told);
        }
        keep(&desk.piped([GOOD]).run("reset evaand01 --password-stdin --no-must-change"), &told);
        keep(&desk.piped([OTHER]).run("reset evaand01 --password-stdin --must-change"), &told);
    }
    assert_snapshot!(said, @"
    later
      out  Gör nu        Lås upp: servicedesk unlock evaand01. Om lösenordet är glömt: servicedesk reset evaand01. Kontot får logga in från kl. 15.00 (om 2 timmar). Den som ansvarar för kontot kan ändra tiderna.
      out Kontot får logga in från kl. 15.00 (om 2 timmar). Den som ansvarar för kontot kan ändra tiderna.
      out Kontot får logga in från kl. 15.00 (om 2 timmar). Den som ansvarar för kontot kan ändra tiderna.
      out Kontot evaand01 (Eva Andersson) är inte låst. Det finns inget att låsa upp.
      out Kontot får logga in från kl. 15.00 (om 2 timmar). Den som ansvarar för kontot kan ändra tiderna.
      out Kontot får logga in från kl. 15.00 (om 2 timmar). Den som ansvarar för kontot kan ändra tiderna.
      out Kontot får logga in från kl. 15.00 (om 2 timmar). Den som ansvarar för kontot kan ändra tiderna.
      out Säg: ”Logga in vid en dator på jobbet med det nya lösenordet. Då får du välja ett eget.”
    never
      out  Gör nu        Lås upp: servicedesk unlock evaand01. Om lösenordet är glömt: servicedesk reset evaand01. Kontot får aldrig logga in, så upplåsning eller nytt lösenord hjälper inte. Den som ansvarar för kontot kan ändra det.
      out Kontot får aldrig logga in, så upplåsning eller nytt lösenord hjälper inte. Den som ansvarar för kontot kan ändra det.
      out Kontot får aldrig logga in, så upplåsning eller nytt lösenord hjälper inte. Den som ansvarar för kontot kan ändra det.
      out Kontot evaand01 (Eva Andersson) är inte låst. Det finns inget att låsa upp.
      out Kontot får aldrig logga in, så upplåsning eller nytt lösenord hjälper inte. Den som ansvarar för kontot kan ändra det.
      out Kontot får aldrig logga in, så upplåsning eller nytt lösenord hjälper inte. Den som ansvarar för kontot kan ändra det.
      out Kontot får aldrig logga in, så upplåsning eller nytt lösenord hjälper inte. Den som ansvarar för kontot kan ändra det.
    computers
      out  Gör nu        Lås upp: servicedesk unlock evaand01. Om lösenordet är glömt: servicedesk reset evaand01. Kontot får bara logga in på PC1, PC2.
      out Kontot får bara logga in på PC1, PC2.
      out Säg: ”Ditt konto är nu upplåst och du kan nu logga in vid någon av datorerna PC1, PC2, med samma lösenord som förut.”
      out Kontot evaand01 (Eva Andersson) är inte låst. Det finns inget att låsa upp.
      out Kontot får bara logga in på PC1, PC2.
      out Säg: ”Försök igen.” Om lösenordet är glömt: servicedesk reset evaand01
      out Säg: ”Du kan nu använda det nya lösenordet för att logga in vid någon av datorerna PC1, PC2. Datorn kommer att uppdateras automatiskt med ditt nya lösenord när den startas och är ansluten till nätverket på jobbet.”
      out Kontot får bara logga in på PC1, PC2.
      out Säg: ”Logga in vid en dator på jobbet med det nya lösenordet. Då får du välja ett eget.”
    one computer
      out  Gör nu        Lås upp: servicedesk unlock evaand01. Om lösenordet är glömt: servicedesk reset evaand01. Kontot får bara logga in på PC1.
      out Kontot får bara logga in på PC1.
      out Säg: ”Ditt konto är nu upplåst och du kan nu logga in vid datorn PC1, med samma lösenord som förut.”
      out Kontot evaand01 (Eva Andersson) är inte låst. Det finns inget att låsa upp.
      out Kontot får bara logga in på PC1.
      out Säg: ”Försök igen.” Om lösenordet är glömt: servicedesk reset evaand01
      out Säg: ”Du kan nu använda det nya lösenordet för att logga in vid datorn PC1. Datorn kommer att uppdateras automatiskt med ditt nya lösenord när den startas och är ansluten till nätverket på jobbet.”
      out Kontot får bara logga in på PC1.
      out Säg: ”Logga in vid en dator på jobbet med det nya lösenordet. Då får du välja ett eget.”
    later, computers, must change
      out  Gör nu        Lås upp: servicedesk unlock evaand01. Om lösenordet är glömt: servicedesk reset evaand01. Kontot får logga in från kl. 15.00 (om 2 timmar). Den som ansvarar för kontot kan ändra tiderna. Kontot får bara logga in på PC1, PC2.
      out Kontot får logga in från kl. 15.00 (om 2 timmar). Den som ansvarar för kontot kan ändra tiderna.
      out Kontot får bara logga in på PC1, PC2.
      out Kontot får logga in från kl. 15.00 (om 2 timmar). Den som ansvarar för kontot kan ändra tiderna.
      out Kontot får bara logga in på PC1, PC2.
      out Kontot evaand01 (Eva Andersson) är inte låst. Det finns inget att låsa upp.
      out Kontot får logga in från kl. 15.00 (om 2 timmar). Den som ansvarar för kontot kan ändra tiderna.
      out Kontot får bara logga in på PC1, PC2.
      out Kontot får logga in från kl. 15.00 (om 2 timmar). Den som ansvarar för kontot kan ändra tiderna.
      out Kontot får bara logga in på PC1, PC2.
      out Kontot får logga in från kl. 15.00 (om 2 timmar). Den som ansvarar för kontot kan ändra tiderna.
      out Kontot får bara logga in på PC1, PC2.
      out Säg: ”Logga in vid en dator på jobbet med det nya lösenordet. Då får du välja ett eget.”
    ");
}

/// The call goes on, as the caller may want a new password; its last sentence states the restriction.
#[test]
fn guided_call_states_sign_in_restrictions() {
    let mut desk = TestDesk::configured().with(Person { logon_hours: Some([0; 21]), ..eva() });
    desk.run("send-code evaand01");
    desk.run("send-code evaand01 --verify {code}");
    let told = desk.terminal([Text("j"), Text(""), Text("")]).run("assist evaand01 -q");
    assert!(told.contains("out Kontot får aldrig logga in") && !told.contains("Du kan logga in"), "{told}");
    assert!(told.contains("dir evaand01: unlocked"), "{told}");
}

/// A caller who must change the password is told how. A denied own change needs a new password.
#[test]
fn must_change_gives_advice() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("unlock linber01"), @r"
    out Kontot linber01 (Lina Berg) är inte låst. Det finns inget att låsa upp.
    out Säg: ”Logga in vid en dator på jobbet med lösenordet du har, även om det är tillfälligt. Då får du välja ett nytt.” Om lösenordet är glömt: servicedesk reset linber01.
    exit 0
    ");
    assert_snapshot!(desk.run("unlock kassan01"), @r"
    out Kontot kassan01 (Kassan Badhuset) är inte låst. Det finns inget att låsa upp.
    out Sätt ett nytt lösenord som inte behöver bytas: servicedesk reset kassan01 --no-must-change. Det går om servern kan kontrollera tidigare lösenord; lämna annars över till katalogens administratör.
    exit 0
    ");
    let mut desk = TestDesk::configured().with(Person { must_change: true, ..eva() });
    desk.run("send-code evaand01");
    assert_snapshot!(desk.run("unlock evaand01 --code {code}"), @"
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Logga in vid en dator på jobbet med lösenordet du har, även om det är tillfälligt. Då får du välja ett nytt.” Om lösenordet är glömt: servicedesk reset evaand01.
    dir evaand01: unlocked
    log 3-4 verify_code evaand01: done
    log 5-6 unlock evaand01: done, server 127.0.0.1
    exit 0
    ");
}
