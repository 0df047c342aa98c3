//! The practice gateway: messages go to the operator's own screen only.

use crate::domain::phone::Phone;

pub type Show = dyn Fn(&Phone, &str);

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::rc::Rc;

    use super::super::Gateway;
    use super::super::fake::{self, Calendar, FakeWords, TEXT};

    #[tokio::test]
    async fn the_operator_sees_the_message() {
        let seen = Rc::new(RefCell::new(Vec::new()));
        let show = {
            let seen = Rc::clone(&seen);
            Box::new(move |to: &super::Phone, text: &str| seen.borrow_mut().push((to.masked(), text.to_owned())))
        };
        let gateway = Gateway::screen(FakeWords::default(), Calendar::default(), show);
        let sent = fake::send_by(&gateway).await.unwrap();
        assert_eq!(sent.message_id, None);
        assert_eq!(*seen.borrow(), [("*********05".to_owned(), TEXT.to_owned())]);
        fake::send_password(&gateway).await.unwrap();
        assert_eq!(seen.borrow()[1].1, format!("{TEXT}\n{}", fake::PASSWORD));
    }
}
