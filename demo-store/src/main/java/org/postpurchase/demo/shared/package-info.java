/** What both webapps of the demo store take from the launcher. */
package org.postpurchase.demo.shared;
