/** Reviews as staff sees them: the queue, one review with its history, hiding and answering. */
package org.postpurchase.admin.review;
