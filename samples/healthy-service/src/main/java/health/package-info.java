/** The opening hours of shops as JSON over HTTP, on a loopback address behind whatever serves the world. */
package health;
