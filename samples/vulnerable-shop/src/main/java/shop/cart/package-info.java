/** Carts, coupons and orders. */
package shop.cart;
