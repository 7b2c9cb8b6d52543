/**
 * Who may come in: accounts, passwords, second steps, sessions and API tokens. Says who somebody is, never what they may
 * do.
 */
@NullMarked
package dev.gatehouse.server.control.account;

import org.jspecify.annotations.NullMarked;
