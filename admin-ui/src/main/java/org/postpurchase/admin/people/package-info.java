/** Search for people and the page of one person. */
package org.postpurchase.admin.people;
