/** Signing in, registering and preferences. */
package shop.account;
