/**
 * {@code report.json}: writes the report and reads it back; the shape is in docs/schema/report.schema.json. Called by
 * whoever needs a report from a file; knows no other format.
 */
@NullMarked
package dev.gatehouse.findings.report.json;

import org.jspecify.annotations.NullMarked;
