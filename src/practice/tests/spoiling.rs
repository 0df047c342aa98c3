//! Malformed, overlong and hostile input.

use super::*;
use crate::practice::session::ClientSession;
use crate::practice::wire::LdapWire;
use ldap3_proto::control::LdapControl;
use ldap3_proto::proto::{
    LdapBindCred, LdapBindRequest, LdapDerefAliases, LdapModify, LdapModifyRequest, LdapModifyType, LdapMsg, LdapOp,
    LdapPartialAttribute, LdapSearchRequest, LdapSearchScope,
};
use proptest::prelude::any;
use proptest::test_runner::{Config, TestRunner};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_util::bytes::BytesMut;
use tokio_util::codec::{Decoder, Encoder};

#[tokio::test]
async fn data_after_starttls_request_ends_the_connection() {
    let rig = Rig::new([]).await;
    let address = rig.practice.access().starttls_url.replace("ldap://", "");
    let mut stream = TcpStream::connect(&address).await.unwrap();
    let request = b"\x30\x1d\x02\x01\x01\x77\x18\x80\x161.3.6.1.4.1.1466.20037";
    let whoami = b"\x30\x1e\x02\x01\x02\x77\x19\x80\x171.3.6.1.4.1.4203.1.11.3";
    stream.write_all(&[request.as_slice(), whoami].concat()).await.unwrap();
    let mut answer = Vec::new();
    let hung_up = tokio::time::timeout(Duration::from_secs(5), stream.read_to_end(&mut answer)).await;
    assert!(hung_up.is_ok(), "the server went on to TLS");
    let ours = b"1.3.6.1.4.1.1466.20037";
    assert!(answer.windows(ours.len()).any(|window| window == ours), "StartTLS itself is answered");
    let messages = answer.windows(2).filter(|window| *window == [0x0a, 0x01]).count();
    assert_eq!(messages, 1, "and nothing after it");
}

#[tokio::test]
async fn garbage_closes_only_its_own_connection() {
    let rig = Rig::new([]).await;
    let mut bystander = rig.operator().await;
    let address = rig.practice.access().starttls_url.replace("ldap://", "");
    let long = [b"\x30\x83\x20\x00\x00".as_slice(), &vec![0; 0x20_0000]].concat();
    let deep: Vec<u8> = (0..200).rev().flat_map(|n: u16| [0x30, 0x82, ((n * 4) >> 8) as u8, (n * 4) as u8]).collect();
    for garbage in [
        b"GET / HTTP/1.1\r\n\r\n".as_slice(),
        b"\x30\x05\x02\x01\x01\x42",
        b"\x30\x03\x02\x01\x01",
        b"\x30\x0c\x02\x01\x01\x65\x07\x0a\x01\x00\x04\x00\x04\x00",
        b"\x16\x03\x01\x00\x05hello",
        &long,
        &deep,
    ] {
        let mut stream = TcpStream::connect(&address).await.unwrap();
        // The server may well have hung up before it was all said.
        let _ = stream.write_all(garbage).await;
        let _ = stream.shutdown().await;
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer).await;
        assert!(answer.is_empty(), "{:?}", &garbage[..5]);
    }
    assert_eq!(search(&mut bystander, BASE, Scope::Base, "(objectClass=*)", &["dc"]).await.len(), 1);
}

/// Messages as clients send them, for the next test to spoil.
fn messages(dn: &str) -> Vec<LdapMsg> {
    let filter = "(&(|(anr=a\\20b)(cn=a*b*c)(!(badPwdCount>=1)))(memberOf:1.2.840.113556.1.4.1941:=CN\\3dx\\2cDC\\3dy)(objectSid=S-1))";
    let search = LdapOp::SearchRequest(LdapSearchRequest {
        base: STAFF.into(),
        scope: LdapSearchScope::Subtree,
        aliases: LdapDerefAliases::Never,
        sizelimit: 3,
        timelimit: 0,
        typesonly: false,
        filter: ldap3_proto::parse_ldap_filter_str(filter).unwrap(),
        attrs: vec!["*".into(), "tokenGroups".into()],
    });
    let modify = |atype: &str, value: Vec<u8>| {
        let modification = LdapPartialAttribute { atype: atype.into(), vals: vec![value] };
        let changes = vec![LdapModify { operation: LdapModifyType::Replace, modification }];
        LdapOp::ModifyRequest(LdapModifyRequest { dn: dn.into(), changes })
    };
    let bind = |dn: &str| LdapBindRequest { version: 3, dn: dn.into(), cred: LdapBindCred::Simple("x".into()) };
    let page = LdapControl::SimplePagedResults { size: 2, cookie: vec![0, 0, 0, 1] };
    let hints = Some(vec![0x30, 3, 2, 1, 1]);
    let hints = LdapControl::Unknown { oid: "1.2.840.113556.1.4.2239".into(), criticality: true, value: hints };
    vec![
        LdapMsg::new_with_ctrls(1, search, vec![page]),
        LdapMsg::new_with_ctrls(2, modify("unicodePwd", quoted("Good-Value-44")), vec![hints]),
        LdapMsg::new(3, modify("lockoutTime", b"0".to_vec())),
        LdapMsg::new(4, LdapOp::BindRequest(bind(dn))),
        LdapMsg::new(5, LdapOp::BindRequest(bind("eva@ad.contoso.example"))),
    ]
}

#[tokio::test]
async fn survives_malformed_messages() {
    let rig = Rig::new([Person::new("eva").group("Inner")]).await;
    let dn = rig.dn("eva");
    let spoilt = (0..messages(&dn).len(), proptest::collection::vec((any::<usize>(), any::<u8>()), 0..5));
    let mut runner = TestRunner::new(Config { cases: 500, failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&spoilt, |(which, spoils)| {
        let mut bytes = BytesMut::new();
        LdapWire::default().encode(messages(&dn).remove(which), &mut bytes).unwrap();
        for (at, byte) in spoils {
            let at = at % bytes.len();
            bytes[at] = byte;
        }
        if let Ok(Some(message)) = LdapWire::default().decode(&mut bytes) {
            ClientSession::signed_in_as("operator", Arc::clone(&rig.practice.directory)).answer(message);
        }
        Ok(())
    });
    outcome.unwrap();
}

#[tokio::test]
async fn message_length_is_limited() {
    let rig = Rig::new([]).await;
    let mut ldap = rig.operator().await;
    let filter = |length| format!("(|(dc=ad)(cn={}))", "x".repeat(length));
    assert_eq!(search(&mut ldap, BASE, Scope::Base, &filter(1_000_000), &["dc"]).await.len(), 1);
    let answer = ldap.search(BASE, Scope::Base, &filter(1_100_000), vec!["dc"]).await;
    assert!(answer.is_err(), "the connection is closed");
}
