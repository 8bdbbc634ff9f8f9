//! Records → CSV and JSON lines.
