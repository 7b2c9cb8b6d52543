/** From ZAP's alerts to findings: place, rating, proof; nothing secret in them. */
@NullMarked
package dev.gatehouse.scanners.dast.alert;

import org.jspecify.annotations.NullMarked;
