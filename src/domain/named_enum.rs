//! Enums whose variants have a fixed name in JSON, in the audit log or on the command line.

/// Declares an enum with the name next to each variant, in `ALL` and `name()`.
macro_rules! named_enum {
    ($(#[$meta:meta])* pub enum $type:ident { $($(#[$variant_meta:meta])* $variant:ident = $name:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $type { $($(#[$variant_meta])* $variant,)+ }

        impl $type {
            /// Every variant, in order of declaration.
            pub const ALL: [Self; [$($name),+].len()] = [$(Self::$variant),+];

            /// Returns the name outside the program, which must not change.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
        }
    };
}

pub(crate) use named_enum;
