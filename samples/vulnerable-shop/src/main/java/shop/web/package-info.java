/** What all pages share: the layout, the split into a weak and a fixed twin, and the headers of the fixed ones. */
package shop.web;
