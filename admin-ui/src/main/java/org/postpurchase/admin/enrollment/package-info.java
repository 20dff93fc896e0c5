/** Who is inside which series, and how far. */
package org.postpurchase.admin.enrollment;
