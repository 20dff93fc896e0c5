/** The queue of cases, each of them, and the settings of service. */
package org.postpurchase.admin.service;
