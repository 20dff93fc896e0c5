/**
 * What is kept about one person: handed out as a whole, and erased as a whole.
 *
 * <p>Front door: {@link org.postpurchase.privacy.PersonalData}. Which columns are personal and what
 * becomes of them is declared in one place, and a test asks of every table's every text whether it
 * is declared.
 */
package org.postpurchase.privacy;
