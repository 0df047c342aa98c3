//! Generates the enum `Message` from the list in `messages.rs`.

#[derive(Debug, Clone, Copy)]
pub(super) enum Argument<'a> {
    Text(&'a str),
    Number(i64),
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Argument<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

macro_rules! messages {
    ($($variant:ident $({ $($field:ident: $kind:ty),+ })? = $id:literal;)+) => {
        /// A message: its name and arguments.
        #[derive(Debug, Clone, Copy)]
        pub enum Message<'a> {
            $($variant $({ $($field: $kind),+ })?,)+
        }

        impl<'a> Message<'a> {
            /// The id in the Fluent files.
            pub(super) fn id(&self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => $id,)+
                }
            }

            pub(super) fn arguments(&self) -> Vec<(&'static str, super::message::Argument<'a>)> {
                match *self {
                    $(Self::$variant $({ $($field),+ })? => vec![$($((stringify!($field), $field.into())),+)?],)+
                }
            }
        }
    };
}

pub(super) use messages;
