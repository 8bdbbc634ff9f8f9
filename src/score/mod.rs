//! Gold and predicted records → precision, recall, F1 by field.
