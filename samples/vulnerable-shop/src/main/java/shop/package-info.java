/** The vulnerable shop: starts the server and lists what is in it. Every area has a package of its own. */
package shop;
