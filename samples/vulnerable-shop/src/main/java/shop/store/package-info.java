/** What the shop keeps: rows in a database in memory and files in a folder of its own. */
package shop.store;
