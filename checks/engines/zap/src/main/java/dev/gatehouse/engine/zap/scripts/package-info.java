/** What the ZAP that comes along lacks for a log-in. Called by ZAP, which finds it in {@code ZapAddOn.xml}. */
@NullMarked
package dev.gatehouse.engine.zap.scripts;

import org.jspecify.annotations.NullMarked;
