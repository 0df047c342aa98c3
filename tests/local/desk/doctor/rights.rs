//! `doctor` on an account: what the operator may read of it and do with it, and who is protected.

use insta::assert_snapshot;
use servicedesk::practice::{Person, Place};

use super::desk;
use crate::desk::fixture::TestDesk;

#[test]
fn missing_rights_are_reported() {
    let mut desk = desk()
        .with(Person { place: Place::Users, ..Person::new("annan01").named("Anna", "Nan") })
        .with(Person { protected: true, ..Person::new("adm01").named("Ada", "Min") })
        .with(Person { hidden: vec!["tokenGroups".to_owned()], ..Person::new("dold01").named("Do", "Ld") })
        .with(Person::new("bopol01").named("Bo", "Pol").special_policy("Politiker"));
    assert_snapshot!(desk.run("doctor dold01 -q"), @r#"
    out Rättigheter
    out   FEL: Det går inte att avgöra om dold01 tillhör en administratör, så kontot ändras inte: du får inte läsa tokenGroups på det.
    out   FEL: Du får inte läsa tokenGroups på kontot.
    out       Gör så här: Be katalogens administratör att köra det här, med operatörernas grupp i stället för GROUP:
    out       dsacls "OU=Staff,DC=ad,DC=contoso,DC=example" /I:S /G "GROUP:RP;tokenGroups;user"
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    "#);
    assert_snapshot!(desk.run("doctor annan01 -q"), @r#"
    out Rättigheter
    out   FEL: Du får inte låsa upp kontot.
    out       Gör så här: Be katalogens administratör att köra det här, med operatörernas grupp i stället för GROUP:
    out       dsacls "CN=Users,DC=ad,DC=contoso,DC=example" /I:S /G "GROUP:RPWP;lockoutTime;user"
    out   FEL: Du får inte sätta ett nytt lösenord.
    out       Gör så här: Be katalogens administratör att köra det här, med operatörernas grupp i stället för GROUP:
    out       dsacls "CN=Users,DC=ad,DC=contoso,DC=example" /I:S /G "GROUP:CA;Reset Password;user"
    out   FEL: Du får inte kräva att lösenordet byts vid nästa inloggning. Utan den rättigheten: reset --no-must-change
    out       Gör så här: Be katalogens administratör att köra det här, med operatörernas grupp i stället för GROUP:
    out       dsacls "CN=Users,DC=ad,DC=contoso,DC=example" /I:S /G "GROUP:RPWP;pwdLastSet;user"
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    "#);
    desk.set("reset.must_change", "false");
    assert_snapshot!(desk.run("doctor adm01 -q"), @r"
    out Rättigheter
    out   OBS: Kontot adm01 är skyddat och ändras aldrig härifrån.
    out       Gör så här: Ange ett vanligt konto i stället.
    out Det går att ta emot samtal, men en sak behöver ses över.
    exit 7
    ");
    assert_snapshot!(desk.run("doctor bopol01 -q"), @r#"
    out Rättigheter
    out   OBS: Lösenordet har särskilda regler, ”Politiker”, som du inte får läsa. Vad de kräver visar sig först när ett lösenord nekas.
    out       Gör så här: Be katalogens administratör att köra det här, med operatörernas grupp i stället för GROUP:
    out       dsacls "CN=Politiker,CN=Password Settings Container,CN=System,DC=ad,DC=contoso,DC=example" /G GROUP:GR
    out Det går att ta emot samtal, men en sak behöver ses över.
    exit 7
    "#);
    assert_snapshot!(desk.run("doctor finnsinte -q"), @"
    out Rättigheter
    out   OBS: Inget konto stämmer med ”finnsinte”.
    out       Gör så här: Fråga efter användarnamn, e-post eller mobilnummer och sök igen. En del av namnet räcker.
    out Det går att ta emot samtal, men en sak behöver ses över.
    exit 7
    ");
}

/// Each with the line that grants it; what is needed breaks calls, what is useful does not.
#[test]
fn hidden_attributes_are_reported() {
    let hides = |account: &str, attribute: &str| {
        let hidden = vec![attribute.to_owned()];
        Person { hidden, ..Person::new(account).named("Do", account).mobile("070-174 06 31") }
    };
    let mut desk = desk()
        .in_english()
        .with(hides("utanmobil01", "mobile"))
        .with(hides("utanavd01", "department"))
        .with(hides("utanlas01", "userAccountControl"))
        .with(hides("utanlista01", "nTSecurityDescriptor"));
    assert_snapshot!(desk.run("doctor utanmobil01 -q"), @r#"
    out Rights
    out   BROKEN: You may not read mobile of the account.
    out       What to do: Ask the directory administrator to run this, with the operators' group for GROUP:
    out       dsacls "OU=Staff,DC=ad,DC=contoso,DC=example" /I:S /G "GROUP:RP;mobile;user"
    out Callers cannot be helped until the faults above are fixed.
    exit 1
    "#);
    assert_snapshot!(desk.run("doctor utanavd01 -q"), @r#"
    out Rights
    out   WARNING: You may not read department of the account.
    out       What to do: Ask the directory administrator to run this, with the operators' group for GROUP:
    out       dsacls "OU=Staff,DC=ad,DC=contoso,DC=example" /I:S /G "GROUP:RP;department;user"
    out Calls can be taken, but one thing needs attention.
    exit 7
    "#);
    assert_snapshot!(desk.run("doctor utanlas01 -q"), @r#"
    out Rights
    out   BROKEN: You do not have permission to read the state of utanlas01 (userAccountControl). Nothing has changed.
    out       What to do: Ask the directory administrator for permission to read userAccountControl on CN=Do utanlas01 utanlas01,OU=Staff,DC=ad,DC=contoso,DC=example.
    out   BROKEN: You may not read userAccountControl of the account.
    out       What to do: Ask the directory administrator to run this, with the operators' group for GROUP:
    out       dsacls "OU=Staff,DC=ad,DC=contoso,DC=example" /I:S /G "GROUP:RP;userAccountControl;user"
    out Callers cannot be helped until the faults above are fixed.
    exit 1
    "#);
    assert_snapshot!(desk.run("doctor utanlista01 -q"), @r#"
    out Rights
    out   BROKEN: Could not check whether utanlista01 is an administrator's, so the account is not changed: you may not read its nTSecurityDescriptor.
    out   BROKEN: You may not read nTSecurityDescriptor of the account.
    out       What to do: Ask the directory administrator to run this, with the operators' group for GROUP:
    out       dsacls "OU=Staff,DC=ad,DC=contoso,DC=example" /I:S /G "GROUP:RC;;user"
    out   WARNING: Could not check in advance whether you may set a new password.
    out       What to do: Set a new password for a test account: servicedesk reset ACCOUNT
    out Callers cannot be helped until the faults above are fixed.
    exit 1
    "#);
    desk.set("directory.mobile_attribute", "\"mobil\"");
    assert_snapshot!(desk.run("doctor evaand01 -q"), @"
    out Rights
    out   BROKEN: The directory has no attribute mobil.
    out       What to do: Check directory.mobile_attribute.
    out Callers cannot be helped until the faults above are fixed.
    exit 1
    ");
}

#[test]
fn ordinary_account_is_found() {
    let mut desk = TestDesk::configured().in_english().with(Person { protected: true, ..Person::new("adm01") });
    desk.variable("LANG", "sv_SE.UTF-8");
    assert_snapshot!(desk.run("doctor -q"), @"
    out Rights
    out   WARNING: No ordinary account was found to check your rights on.
    out       What to do: Name one: servicedesk doctor ACCOUNT. Check directory.base.
    out Calls can be taken, but one thing needs attention.
    exit 7
    ");
    let mut desk = desk.with(Person::new("bobo01").named("Bo", "Bo"));
    assert!(desk.run("doctor").contains("Checked with Bo Bo (bobo01)"));
}

#[test]
fn supervisors_are_looked_up() {
    let mut desk = desk().in_english().with(Person::new("bobo01").named("Bo", "Bo"));
    desk.set("verification.supervisors", r#"['CONTOSO\evaand01', 'CONTOSO\evaadn01']"#);
    assert_snapshot!(desk.run("doctor -q"), @r"
    out Directory
    out   WARNING: No account has the name “CONTOSO\evaadn01” in verification.supervisors, so it is nobody.
    out       What to do: Correct the name in the configuration.
    out Calls can be taken, but one thing needs attention.
    exit 7
    ");
    desk.set("verification.supervisors", r#"['CONTOSO\evaand01', 'evaand01@contoso.example']"#);
    assert!(desk.run("doctor").contains("All 2 supervisors have accounts."));
}

#[test]
fn rules_that_stop_resets_are_reported() {
    let with = |settings: &[(&str, &str)]| {
        let mut desk = desk();
        for (key, value) in settings {
            desk.set(key, value);
        }
        desk.run("doctor evaand01 -q")
    };
    let missing = [("password_policy.banned_words_file", "\"nope.txt\"")];
    assert_snapshot!(with(&missing), @"
    out Rättigheter
    out   FEL: …/config.toml:11: password_policy.banned_words_file: …/nope.txt går inte att använda: den finns inte.
    out       Gör så här: Rätta det som står ovan och kör igen. Inget är ändrat.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
    let missing = [("password_policy.breached_passwords_file", "\"nope\"")];
    let run = with(&missing);
    assert!(run.contains("password_policy.breached_passwords_file: …/nope") && run.ends_with("exit 1"), "{run}");
    let contradictory = [
        ("password_policy.min_length", "127"),
        ("password_policy.max_length", "127"),
        ("password_policy.uppercase", "100"),
    ];
    assert_snapshot!(with(&contradictory), @"
    out Rättigheter
    out   FEL: Det går inte att skapa ett lösenord som följer alla regler. Inget är ändrat.
    out       Gör så här: Se över [password_policy]: reglerna motsäger varandra eller lämnar för lite plats. En annan typ (--generate=random) kan få plats.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
}

#[test]
fn misspelt_search_attribute_is_reported() {
    let mut desk = desk();
    desk.set("directory.search_attributes", "[\"employeeId\", \"employeID\"]");
    assert_snapshot!(desk.run("doctor evaand01 -q"), @r"
    out Rättigheter
    out   FEL: Attributet employeID finns inte i katalogen.
    out       Gör så här: Kontrollera directory.search_attributes.
    out Det går att ta emot samtal, men en sak behöver ses över.
    exit 7
    ");
}
