/** What the core's tests share: a clock, orders, databases, threads and fakes of the ports. */
package org.postpurchase.testkit;
