package org.postpurchase.admin.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.broadleaf.config.ServiceParts;
import org.postpurchase.shared.ListPage;
import org.postpurchase.shared.PageOf;
import org.postpurchase.shared.Transactions;
import org.postpurchase.survey.Question;
import org.postpurchase.survey.Survey;
import org.postpurchase.survey.SurveyAnswer;
import org.postpurchase.survey.SurveyContent;
import org.postpurchase.survey.SurveyResults;

/** What the pages about surveys show. Reads only. */
final class SurveyFacts {
  private final ServiceParts parts;
  private final Transactions transactions;

  public SurveyFacts(ServiceParts parts, Transactions transactions) {
    this.parts = parts;
    this.transactions = transactions;
  }

  Optional<Survey> find(long id) {
    return transactions.call(() -> parts.surveys.find(id));
  }

  List<Row> rows(Moments moments) {
    return transactions.call(
        () -> {
          Map<Long, Long> counts = parts.results.counts();
          return parts.surveys.all().stream()
              .map(s -> new Row(s, counts.getOrDefault(s.id, 0L), moments))
              .collect(Collectors.toList());
        });
  }

  /** One view for each question of the version that is asked now. */
  List<ResultsView> results(Survey survey, Locale locale) {
    return transactions.call(
        () -> {
          List<ResultsView> views = new ArrayList<>();
          Map<Integer, SurveyContent> versions = new HashMap<>();
          for (int v = 1; v <= survey.liveVersion; v++) {
            int number = v;
            parts.surveys.version(survey.id, v).ifPresent(c -> versions.put(number, c));
          }
          SurveyContent live = versions.get(survey.liveVersion);
          for (int i = 0; live != null && i < live.questions.size(); i++) {
            views.add(
                new ResultsView(
                    live.questions.get(i), comparable(survey, i, live, versions), locale));
          }
          return views;
        });
  }

  private List<SurveyResults.Tally> comparable(
      Survey survey, int position, SurveyContent live, Map<Integer, SurveyContent> versions) {
    Question now = live.questions.get(position);
    return parts.results.tallies(survey.id, position).stream()
        .filter(t -> isSame(now, versions.get(t.version), position))
        .collect(Collectors.toList());
  }

  private static boolean isSame(Question now, SurveyContent then, int position) {
    return then != null
        && position < then.questions.size()
        && then.questions.get(position).kind == now.kind
        && then.questions.get(position).choices.equals(now.choices);
  }

  PageOf<SurveyAnswer> comments(long id, ListPage page) {
    return transactions.call(() -> parts.results.comments(id, page));
  }

  static List<Comment> comments(List<SurveyAnswer> answers, Moments moments) {
    return answers.stream().map(a -> new Comment(a, moments)).collect(Collectors.toList());
  }

  /** A survey in the list. */
  public static final class Row {
    private final Survey survey;
    public final long answers;
    private final Moments moments;

    Row(Survey survey, long answers, Moments moments) {
      this.survey = survey;
      this.answers = answers;
      this.moments = moments;
    }

    public long getId() {
      return survey.id;
    }

    public String getName() {
      return survey.settings.name;
    }

    public String getStatus() {
      return survey.status.name();
    }

    public boolean isOnConfirmation() {
      return survey.settings.onConfirmation;
    }

    public String getSince() {
      return moments.of(survey.activeSince);
    }
  }

  /** What somebody wrote. */
  public static final class Comment {
    private final SurveyAnswer answer;
    private final Moments moments;

    Comment(SurveyAnswer answer, Moments moments) {
      this.answer = answer;
      this.moments = moments;
    }

    public String getText() {
      return answer.parts.stream()
          .map(p -> p.text)
          .filter(t -> !t.isEmpty())
          .collect(Collectors.joining("\n\n"));
    }

    /** The number that came with it; empty for none. */
    public String getValue() {
      return answer.parts.stream()
          .filter(p -> p.value.isPresent())
          .map(p -> String.valueOf(p.value.getAsInt()))
          .collect(Collectors.joining(", "));
    }

    public String getContact() {
      return answer.contact;
    }

    public String getAt() {
      return moments.of(answer.answeredAt);
    }
  }
}
