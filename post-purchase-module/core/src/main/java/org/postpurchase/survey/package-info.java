/**
 * Surveys of one or two questions: what the merchant sets up, the frozen versions that people
 * answer, who may be asked, and what came of it. A scored answer is reported as a moment.
 *
 * <p>Front door: {@link org.postpurchase.survey.SurveyEngine}.
 */
package org.postpurchase.survey;
