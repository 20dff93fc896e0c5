package org.postpurchase.survey;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The survey tables. Methods join the caller's transaction. */
public interface SurveyStore {
  /** All, newest first. */
  List<Survey> all();

  Optional<Survey> find(long id);

  /** The row locked until the transaction ends. */
  Optional<Survey> lock(long id);

  /** Adds one and returns its id. */
  long add(Survey survey);

  /** Writes everything; false when the row has another edition than {@code survey.edition - 1}. */
  boolean save(Survey survey);

  void publish(long surveyId, int version, SurveyContent content, Instant now);

  Optional<SurveyContent> version(long surveyId, int version);

  /** The newest that is switched on and asked on the confirmation page. */
  Optional<Survey> onConfirmation();

  /** Keeps the answer; false when this occasion has one already. */
  boolean add(SurveyAnswer answer);

  Optional<SurveyAnswer> answer(SurveyRef ref);

  /** When each of the mailboxes last answered any survey; those that never did are missing. */
  Map<String, Instant> lastAnswered(Collection<String> contacts);

  /**
   * Everybody who answered the survey, by the number of their first answer.
   *
   * @param after number of the last one of the page before; 0 for the first page
   */
  List<Answerer> answerers(long surveyId, long after, int limit);

  /** When the mailbox last answered any survey. */
  Optional<Instant> lastAnswered(String contact);
}
