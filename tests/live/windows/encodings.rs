//! What PowerShell and the old command line put on standard input and into files.

use std::fs;

use super::program::home;
use crate::support::desk::Desk;

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[test]
fn password_is_set_as_typed_in_any_encoding() {
    let desk = Desk::at(home());
    let code = desk.code();
    assert_eq!(desk.run(&format!("send-code evaand01 --verify {code}")).exit, Some(0));
    let ways: [(&str, Vec<u8>); 3] = [
        ("Tunna-Grind-81", b"Tunna-Grind-81\r\n".to_vec()),
        ("Kvarn-Moln-72", b"\xef\xbb\xbfKvarn-Moln-72\r\n".to_vec()),
        ("Lingon-Tak-63", utf16("\u{feff}Lingon-Tak-63\r\n")),
    ];
    let config = desk.home().0.path().join("config.toml");
    for (password, piped) in ways {
        let arguments = format!("--config {} reset evaand01 --password-stdin", config.display());
        let run = desk.home().fed(&arguments, &piped);
        assert!(run.exit == Some(0) && desk.has_password(password), "{password}: {run:?}");
    }
}

#[test]
fn undecodable_input_is_no_password() {
    let home = home();
    let told = |piped: &[u8]| {
        let run = home.fed("--demo check-policy --password-stdin", piped);
        (run.exit, run.out + &run.err)
    };
    // cmd.exe: code page 850.
    let (exit, said) = told(b"Gr\x84s-Tak-41\r\n");
    assert!(exit == Some(2) && said.contains("UTF-8"), "{exit:?}: {said}");
    let (exit, said) = told("Gräs-Tak-41\r\n".as_bytes());
    assert!(exit == Some(5) && said.contains("ta bort ä"), "{exit:?}: {said}");
}

#[test]
fn files_written_by_powershell_are_read() {
    let desk = Desk::at(home());
    let folder = desk.home().0.path();
    fs::write(folder.join("password"), utf16("\u{feff}Practice-makes-42\r\n")).unwrap();
    fs::write(folder.join("list.txt"), utf16("\u{feff}evaand01\r\n")).unwrap();
    let run = desk.run("unlock --from list.txt --dry-run --reason Semester");
    assert!(run.exit == Some(0) && run.out.contains("Ska låsas upp  1"), "{run:?}");
}
