//! Lists as people and programs write them.

use proptest::prelude::*;

use super::*;

fn read(text: &str) -> Input {
    Input::parse(text.as_bytes().to_vec()).unwrap()
}

fn typed(input: &Input) -> Vec<&str> {
    input.entries.iter().map(|entry| entry.row.typed.as_str()).collect()
}

/// Each row's line and what was written, or what is wrong with it.
fn told(input: &Input) -> Vec<String> {
    let told = input.entries.iter().map(|InputEntry { row, query }| {
        let line = row.line.map_or("-".to_owned(), |line| line.to_string());
        let fault = query.as_ref().err().map(|why| format!(" ({})", why.name())).unwrap_or_default();
        format!("{line} {}{fault}", row.typed)
    });
    told.collect()
}

#[test]
fn a_name_a_line() {
    let input =
        read("# from Eva\n\n  jesrab01 \nCONTOSO\\evakar02\t# on leave\nBo#1\nJesRab01\nevakar02@contoso.example");
    assert_eq!(told(&input), ["3 jesrab01", r"4 CONTOSO\evakar02", "5 Bo#1", "7 evakar02@contoso.example"]);
    assert_eq!(input.repeated, 1);
}

#[test]
fn any_line_break() {
    for text in ["a1\nb2\n\nc3\n", "a1\r\nb2\r\n\r\nc3\r\n", "a1\rb2\r\rc3"] {
        assert_eq!(told(&read(text)), ["1 a1", "2 b2", "4 c3"], "{text:?}");
        let table = format!("account{}{text}", &text[2..text.find('b').unwrap()]);
        assert_eq!(told(&read(&table)), ["2 a1", "3 b2", "5 c3"], "{table:?}");
    }
}

#[test]
fn any_encoding() {
    let utf16 = |bytes: fn(u16) -> [u8; 2]| "\u{feff}åsa\r\nöberg".encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    for bytes in [
        "åsa\nöberg".as_bytes().to_vec(),
        "\u{feff}åsa\nöberg".as_bytes().to_vec(),
        b"\xe5sa\n\xf6berg".to_vec(),
        b"\xef\xbb\xbf\xe5sa\n\xf6berg".to_vec(),
        utf16(u16::to_le_bytes),
        utf16(u16::to_be_bytes),
    ] {
        assert_eq!(typed(&Input::parse(bytes.clone()).unwrap()), ["åsa", "öberg"], "{bytes:?}");
    }
    assert_eq!(typed(&Input::parse(b"\x8aren\n".to_vec()).unwrap()), ["Šren"], "Windows, not ISO 8859-1");
}

#[test]
fn tables() {
    for text in [
        "name,Account,town\nEva,eva1,\"Mjölby, Ö\"\n\nBo,bo2,X\n",
        "\u{feff}\"Name\";\"SamAccountName\"\r\n\"Eva \"\"E\"\"\";\"eva1\"\r\n\r\nBo; bo2 ;\r\n",
        "username\tname\neva1\tEva\n# not\nbo2\n",
        "sAMAccountName\neva1\n\"\"\nbo2",
    ] {
        assert_eq!(told(&read(text)), ["2 eva1", "4 bo2"], "{text}");
    }
    let powershell = read("#TYPE Selected.Microsoft.ActiveDirectory.Management.ADUser\n\"SamAccountName\"\n\"eva1\"\n");
    assert_eq!(told(&powershell), ["3 eva1"]);
}

#[test]
fn list_with_nothing_in_it_names_nobody() {
    for text in [&b""[..], b"\xff\xfe", b" \r\n# only this\n", b"sep=;\r\n", b"Konto\r\n"] {
        assert_eq!(Input::parse(text.to_vec()).unwrap().entries, [], "{}", text.escape_ascii());
    }
    assert_eq!(read("").format, None);
}

/// How Excel, PowerShell and people write a list, and how it is read.
#[test]
fn format_of_a_list_is_recognized() {
    let utf16 = |text: &str, bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let table = |column: &str, delimiter: char| Layout::Table {
        column: column.into(),
        delimiter: (delimiter != ' ').then_some(delimiter),
    };
    for (bytes, names, encoding, layout) in [
        ("Användarnamn;Namn\r\neva1;Eva\r\n".into(), "2 eva1", TextEncoding::Utf8, table("Användarnamn", ';')),
        (
            b"Anv\xe4ndarnamn;Namn\r\neva1;\xc5sa\r\n".to_vec(),
            "2 eva1",
            TextEncoding::Windows1252,
            table("Användarnamn", ';'),
        ),
        ("Anva\u{308}ndarnamn\neva1\n".into(), "2 eva1", TextEncoding::Utf8, table("Anva\u{308}ndarnamn", ' ')),
        ("sep=;\r\nNamn;Konto\r\nEk, Eva;eva1\r\n".into(), "3 eva1", TextEncoding::Utf8, table("Konto", ';')),
        ("\"sep=|\"\nNamn|konto\nEva|eva1\n".into(), "3 eva1", TextEncoding::Utf8, table("konto", '|')),
        ("SEP=\t\rKONTO\tNamn\reva1\tEva".into(), "3 eva1", TextEncoding::Utf8, table("KONTO", '\t')),
        (
            "\"UserPrincipalName\"\n\"eva1@x.example\"\n".into(),
            "2 eva1@x.example",
            TextEncoding::Utf8,
            table("UserPrincipalName", ' '),
        ),
        (
            "mail;UserPrincipalName\nm@x.example;u@x.example\n".into(),
            "2 u@x.example",
            TextEncoding::Utf8,
            table("UserPrincipalName", ';'),
        ),
        ("mail,Namn,Konto\nm@x.example,Eva,eva1\n".into(), "2 eva1", TextEncoding::Utf8, table("Konto", ',')),
        ("Namn\tMail\nEva\tm@x.example\n".into(), "2 m@x.example", TextEncoding::Utf8, table("Mail", '\t')),
        (utf16("Konto\r\nöberg\r\n", u16::to_le_bytes), "2 öberg", TextEncoding::Utf16Unmarked, table("Konto", ' ')),
        (utf16("eva1\r\n", u16::to_be_bytes), "1 eva1", TextEncoding::Utf16Unmarked, Layout::Names),
        (utf16("\u{feff}eva1", u16::to_le_bytes), "1 eva1", TextEncoding::Utf16, Layout::Names),
        ("\"eva1\"\r".into(), "1 eva1", TextEncoding::Utf8, Layout::Names),
        (r#"{"mail":"m@x.example","SamAccountName":"eva1"}"#.into(), "1 eva1", TextEncoding::Utf8, Layout::Json),
    ] as [(Vec<u8>, &str, TextEncoding, Layout); 15]
    {
        let input = Input::parse(bytes.clone()).unwrap();
        assert_eq!(told(&input), [names], "{}", bytes.escape_ascii());
        assert_eq!(input.format, Some(InputFormat { encoding, layout }), "{}", bytes.escape_ascii());
    }
}

#[test]
fn rows_of_a_table_that_name_nobody() {
    let text = "account,note\neva1,\"two\nlines\"\n,left\n\u{7},x\n , \nbo2,\n";
    assert_eq!(told(&read(text)), ["2 eva1", "4 ,left (row_without_account)", "5 \u{7} (row_characters)", "7 bo2"]);
}

/// A comma in a name that is not quoted moves the cells to the right of it.
#[test]
fn row_with_more_cells_than_columns_names_nobody() {
    let input = read("name,account,department\nZz, evakar01,perols01,IT\nEva,evakar01,IT,,\nPer,perols01\n");
    assert_eq!(told(&input), ["2 Zz, evakar01,perols01,IT (row_has_more_cells)", "3 evakar01", "4 perols01"]);
}

#[test]
fn a_quotation_mark_swallows_nothing_in_silence() {
    let open = |text: &str| Input::parse(text.as_bytes().to_vec());
    assert_eq!(open("account,n\na1,\"x\nb2,y\nc3,z\n"), Err(InputFault::OpenQuote { line: 2 }));
    assert_eq!(open("n,account\nx,a1\n\"y,b2\nz,c3"), Err(InputFault::OpenQuote { line: 3 }));
    let closed_later = read("n,account\n\"x,a1\ny,b2\n\"z,c3\nw,d4\n");
    assert_eq!(told(&closed_later), ["2 x,a1\ny,b2\nz,c3 (row_open_quote)", "5 d4"]);
}

#[test]
fn json() {
    let lines =
        "{\"account\":\"eva1\"}\n\n# no\n{\"x\":[{}],\"sAMAccountName\": \"bo2\"}\n{\"UserName\":\"EVA1\"}\r\n[\"å3\"]";
    let input = read(lines);
    assert_eq!((told(&input), input.repeated), (vec!["1 eva1".into(), "4 bo2".into(), "- å3".into()], 1));
    let looked_up =
        r#"{"accounts":[{"account":"eva1","upn":"e@x","policy":{"account":"no"}},{"account":"bo2"}],"more":false}"#;
    assert_eq!(told(&read(looked_up)), ["- eva1", "- bo2"]);
    let report = r#"{"results":[{"account":"eva1","outcome":"failed"}],"summary":{"failed":1}}"#;
    assert_eq!(told(&read(report)), ["- eva1"]);
    let pretty = "{\n  \"account\": \"eva1\"\n}\n{\n  \"account\": \"bo2\"\n}\n";
    assert_eq!(told(&read(pretty)), ["1 eva1", "4 bo2"]);
    assert_eq!(
        told(&read(r#"[{"SamAccountName":"eva1"},"bo2",3]"#)),
        ["- eva1", "- bo2", "- [2] (row_without_account)"]
    );
}

#[test]
fn json_that_names_nobody() {
    let text = "{\"account\":\"eva1\"}\n{\"account\":null}\n{\"account\":\nbo2\n{\"name\":\"x\"}\n{\"account\":\"c3\"}";
    assert_eq!(
        told(&read(text)),
        [
            "1 eva1",
            r#"2 {"account":null} (row_without_account)"#,
            r#"3 {"account": (row_not_json)"#,
            "4 bo2 (row_not_json)",
            r#"5 {"name":"x"} (row_without_account)"#,
            "6 c3"
        ]
    );
}

#[test]
fn json_whose_fields_name_different_accounts() {
    let text = r#"{"account":"eva1","Konto":"bo2","mail":"m@x.example"}
        {"account":"eva1","account":"bo2"}
        {"mail":"a@x.example","Mail":"b@x.example","account":"c3"}
        {"account":"d4","username":"d4"}
        [{"account":"eva1","Konto":"bo2"}, "e5"]
        {"accounts":["eva1"],"results":["bo2"]}"#;
    let input = read(text);
    let faulty = |at: usize| input.entries[at].query.clone().unwrap_err();
    assert_eq!([0, 1, 4, 6].map(faulty), [RowFault::SeveralAccounts; 4]);
    assert_eq!([&told(&input)[2..4], &told(&input)[5..6]].concat(), ["3 c3", "4 d4", "- e5"]);
}

#[test]
fn a_document_that_is_cut_short_names_nobody() {
    let text = "{\n \"accounts\": [\n  {\n   \"account\": \"eva1\"\n  },\n  {\n   \"account\":";
    let fault = InputFault::NothingUsable { rows: 7, line: Some(1), why: RowFault::NotJson };
    assert_eq!(Input::parse(text.as_bytes().to_vec()), Err(fault), "a name of a field is no account");
}

/// A reader that looked for the end of each would read the rest of the text as often as there are lines.
#[test]
fn unclosed_brackets_on_every_line_lose_no_row() {
    let text = format!("{}{{\"account\":\"a1\"}}\n", "{\"x\":[{},\n".repeat(30_000));
    let input = read(&text);
    assert_eq!(input.entries.len(), 30_001);
    assert_eq!(input.entries[30_000].row, InputRow { typed: "a1".into(), line: Some(30_001) });
}

#[test]
fn unusable_list_says_why() {
    let fault = |text: &[u8]| Input::parse(text.to_vec()).unwrap_err();
    assert_eq!(fault(b"name,town\nEva,X\n"), InputFault::NoAccountColumn);
    assert_eq!(fault(b"jesrab01;evakar02\n"), InputFault::NoAccountColumn);
    let several =
        |first: &str, second: &str| InputFault::SeveralAccountColumns { first: first.into(), second: second.into() };
    assert_eq!(fault(b"account,account\na1,b2\n"), several("account", "account"));
    assert_eq!(fault(b"Konto;mail;Username\na1;x@y.z;b2\n"), several("Konto", "Username"));
    assert_eq!(
        fault(b"\n\x00\x01\n\x02\n"),
        InputFault::NothingUsable { rows: 2, line: Some(2), why: RowFault::Characters }
    );
    let arguments = Input::of_arguments(&["Eva*".to_owned()]);
    assert_eq!(arguments, Err(InputFault::NothingUsable { rows: 1, line: None, why: RowFault::NotAName }));
}

#[test]
fn a_list_of_nobody_is_a_list() {
    for text in [r#"{"accounts":[],"more":false}"#, "account,name\n", "[]"] {
        assert_eq!(read(text).entries, [], "{text}");
    }
}

#[test]
fn faulty_rows_are_kept_as_excerpts() {
    let faulty = |n: usize| format!("{n}\u{7}{}\n", "x".repeat(n * 50));
    let text: String = (0..100).map(faulty).chain(["jesrab01".to_owned()]).collect();
    let input = read(&text);
    assert_eq!(input.entries.iter().filter(|entry| entry.query.is_err()).count(), 100);
    assert_eq!(input.entries[99].row, InputRow { typed: format!("99\u{7}{}…", "x".repeat(37)), line: Some(100) });
    assert_eq!(input.entries[0].row.typed, "0\u{7}");
}

proptest! {
    #[test]
    fn any_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = Input::parse(bytes);
    }

    #[test]
    fn any_text_that_looks_like_something_is_survived(
        start in "(account|\"username\"|a;sAMAccountName|\\{|\\[\\{\"account\":|\u{feff}#)",
        rest in "[\\PC\"\\[\\]{},;\t\n\r#:]{0,80}",
    ) {
        let _ = Input::parse(format!("{start}{rest}").into_bytes());
    }

    #[test]
    fn names_come_back_in_order_whatever_they_stand_in(names in prop::collection::vec("[a-zå-ö][a-z0-9]{2,9}", 1..30)) {
        let mut once = vec![];
        for name in &names {
            if !once.contains(name) {
                once.push(name.clone());
            }
        }
        let quoted: Vec<String> = names.iter().map(|name| format!("x;\"{name}\"")).collect();
        let objects: Vec<String> = names.iter().map(|name| format!("{{\"account\":\"{name}\"}}")).collect();
        for text in [
            names.join("\n"),
            format!("n;ACCOUNT\r\n{}", quoted.join("\r\n")),
            objects.join("\n"),
            format!("{{\"accounts\":[{}]}}", objects.join(",")),
        ] {
            let input = read(&text);
            prop_assert_eq!(typed(&input), once.iter().map(String::as_str).collect::<Vec<_>>());
            prop_assert_eq!(input.repeated, names.len() - once.len());
        }
    }
}
