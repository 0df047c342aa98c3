//! Enums whose variants have a fixed name in JSON, in the audit log or on the command line.

/// Declares an enum with the name next to each variant, in `ALL`, `name()`, its JSON and its JSON Schema.
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

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }

        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn schema_id() -> std::borrow::Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($type)).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let names: &[&str] = &[$($name),+];
                schemars::json_schema!({ "type": "string", "enum": names })
            }
        }
    };
}

/// Declares such an enum for the kinds of a type whose variants hold data, with `kind()` and `name()` of that type.
macro_rules! kinds_of {
    ($(#[$meta:meta])* pub enum $type:ident of $of:ty { $($variant:ident = $name:literal if $pattern:pat,)+ }) => {
        $crate::domain::named_enum::named_enum! {
            $(#[$meta])*
            pub enum $type { $($variant = $name,)+ }
        }

        impl $of {
            pub fn kind(&self) -> $type {
                match self { $($pattern => $type::$variant),+ }
            }

            /// Returns the name outside the program, which must not change.
            pub fn name(&self) -> &'static str {
                self.kind().name()
            }
        }
    };
}

pub(crate) use {kinds_of, named_enum};
