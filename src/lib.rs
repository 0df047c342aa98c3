//! servicedesk: help a caller who cannot sign in.
