/**
 * Active rules for a ZAP that has none of its own. ZAP loads them by the names in {@code ZapAddOn.xml}, makes one object a
 * page and rule, and calls {@code scan}. Nothing here knows of Gatehouse's model; what a rule says travels as a ZAP alert.
 */
@NullMarked
package dev.gatehouse.engine.zap.rules;

import org.jspecify.annotations.NullMarked;
