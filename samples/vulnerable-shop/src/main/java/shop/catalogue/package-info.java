/** Finding, showing and importing products. */
package shop.catalogue;
