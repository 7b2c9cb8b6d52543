/** What the shop's staff would see. */
package shop.admin;
