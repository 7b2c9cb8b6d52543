/**
 * The web pages: rendered here, readable without JavaScript, the same decisions as everywhere. Templates are in
 * {@code src/main/jte} and see only the public records of this package.
 */
@NullMarked
package dev.gatehouse.server.control.pages;

import org.jspecify.annotations.NullMarked;
