package org.postpurchase.site.review;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.postpurchase.review.PhotoMaker;
import org.postpurchase.review.ReviewForm;
import org.postpurchase.review.WriteResult;
import org.postpurchase.shared.SparseLog;
import org.postpurchase.story.StoryUse;
import org.postpurchase.tracking.LinkRefusedException;
import org.slf4j.LoggerFactory;
import org.springframework.web.HttpRequestHandler;

/**
 * The form behind a link. GET and HEAD show it and change nothing, whatever is in the address; POST
 * saves one line, withdraws a review or stops requests. The token is judged before anything of a
 * body is read.
 */
final class ReviewHandler implements HttpRequestHandler {
  private static final SparseLog TROUBLE =
      new SparseLog(LoggerFactory.getLogger(ReviewHandler.class));

  private static final int UNPROCESSABLE = 422;
  private static final int TOO_LARGE = 413;

  private final ReviewUses uses;
  private final PhotoMaker maker;
  private final ReviewWords words;
  private final ReviewWriter writer;

  public ReviewHandler(ReviewUses uses, PhotoMaker maker, ReviewWords words, ReviewWriter writer) {
    this.uses = uses;
    this.maker = maker;
    this.words = words;
    this.writer = writer;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ReviewWriter.protect(response);
    Locale asked = words.asked(request);
    try {
      long order = uses.order(ReviewPath.token(request));
      Optional<ReviewForm> form = uses.open(order);
      if (!form.isPresent()) {
        show(FormView.problem("CLOSED", asked, words), 404, request, response);
      } else if ("POST".equals(request.getMethod())) {
        post(order, form.get(), request, response);
      } else {
        get(form.get(), request, response);
      }
    } catch (LinkRefusedException refused) {
      boolean expired = refused.problem == LinkRefusedException.Problem.EXPIRED;
      show(
          FormView.problem(expired ? "EXPIRED" : "TAMPERED", asked, words),
          expired ? HttpServletResponse.SC_GONE : HttpServletResponse.SC_BAD_REQUEST,
          request,
          response);
    } catch (IOException broken) {
      throw broken;
    } catch (RuntimeException failure) {
      TROUBLE.error("not served", "a review form could not be served", failure);
      show(FormView.problem("FAILED", asked, words), 503, request, response);
    }
  }

  private FormView view(ReviewForm form) {
    return FormView.of(form, words).rights(uses);
  }

  private void get(ReviewForm form, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String photo = request.getParameter("photo");
    if (photo != null) {
      Optional<byte[]> bytes = uses.photo(form, photo);
      if (bytes.isPresent()) {
        ReviewWriter.jpeg(bytes.get(), "private, no-store", response);
      } else {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      }
      return;
    }
    FormView view =
        view(form)
            .chosen(request.getParameter("line"), request.getParameter("stars"))
            .saved(request.getParameter("saved"));
    show(view, HttpServletResponse.SC_OK, request, response);
  }

  private void post(
      long order, ReviewForm form, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getContentLength() > Submission.BODY_MAX || request.getContentLength() < 0) {
      response.setHeader("Connection", "close");
      show(view(form).failed("TOO_LARGE"), TOO_LARGE, request, response);
      return;
    }
    Submission sent = Submission.read(request, maker);
    switch (sent.text("do")) {
      case "stop":
      case "resume":
        uses.stop(form, sent.text("do").equals("stop"));
        back(request, response, "saved=" + sent.text("do"), "requests");
        return;
      case "rights":
        rights(form, sent);
        back(request, response, "saved=rights", "rights-" + sent.number("review"));
        return;
      case "withdraw":
        uses.withdraw(order, sent.number("review"));
        back(request, response, "saved=withdrawn", "line-" + sent.number("line"));
        return;
      default:
        save(order, form, sent, request, response);
    }
  }

  /** The sentences that were ticked are kept as the buyer read them. */
  private void rights(ReviewForm form, Submission sent) {
    Set<StoryUse> chosen = EnumSet.noneOf(StoryUse.class);
    StringJoiner sentence = new StringJoiner("\n");
    for (StoryUse use : StoryUse.values()) {
      if (!sent.text("use" + use).isEmpty()) {
        chosen.add(use);
        sentence.add(FormView.sentence(use, words, form.order.locale));
      }
    }
    uses.give(form, sent.number("review"), chosen, sentence.toString());
  }

  private void save(
      long order,
      ReviewForm form,
      Submission sent,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (!sent.refused.isEmpty()) {
      show(view(form).refused(sent), UNPROCESSABLE, request, response);
      return;
    }
    WriteResult result = uses.write(order, sent.draft(form.order.locale));
    if (result.problem.isPresent()) {
      ReviewForm now = uses.open(order).orElse(form);
      show(view(now).refused(sent).because(result.problem.get()), UNPROCESSABLE, request, response);
      return;
    }
    back(request, response, "saved=" + sent.number("line"), "line-" + sent.number("line"));
  }

  /** Another request, so that a reload sends nothing. */
  private static void back(
      HttpServletRequest request, HttpServletResponse response, String query, String place) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", request.getRequestURI() + "?" + query + "#" + place);
  }

  private void show(
      FormView view, int status, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    writer.write(view, status, request, response);
  }
}
