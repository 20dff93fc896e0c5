/** Surveys: setting them up, publishing them, and what people answered. */
package org.postpurchase.admin.survey;
