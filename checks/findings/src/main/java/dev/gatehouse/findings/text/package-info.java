/** Texts of strangers (names of files, messages, reasons) made safe to show. Anyone may call it; it knows nothing of a scan. */
@NullMarked
package dev.gatehouse.findings.text;

import org.jspecify.annotations.NullMarked;
