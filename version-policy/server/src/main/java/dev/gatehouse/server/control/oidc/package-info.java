/**
 * Signing in by an OpenID Connect provider, with the authorization code flow and PKCE. Says who somebody is there; which
 * account that is, others know.
 */
@NullMarked
package dev.gatehouse.server.control.oidc;

import org.jspecify.annotations.NullMarked;
