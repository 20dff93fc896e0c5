package org.postpurchase.admin.mails;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.preview.TemplateHistory;
import org.postpurchase.admin.ui.ExamplePicture;
import org.postpurchase.admin.ui.JsonAnswer;
import org.postpurchase.admin.ui.JsonText;
import org.postpurchase.admin.ui.MailFrame;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.blocks.BlockProblem;
import org.postpurchase.blocks.Composition;
import org.postpurchase.broadleaf.admin.MessageRecord;
import org.postpurchase.broadleaf.entity.MessageTemplate;
import org.postpurchase.messaging.RenderedMessage;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.PlainJson;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.shared.UnreadableJsonException;
import org.postpurchase.sms.SmsText;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The editor of one mail. Looking needs READ on {@link MessageTemplate}, saving and sending a test
 * UPDATE; a real order is shown only to users who may see messages too.
 */
@Controller
@RequestMapping("/" + MailsController.SECTION + "/{id:\\d+}")
class MailEditorController extends PageController {
  private final AdminAccess access;
  private final MailLibrary library;
  private final EditMails edit;
  private final TryMail trial;
  private final MailWords words;
  private final Tools tools;

  /** What the editor has besides. */
  public static final class Tools {
    final TemplateHistory history;
    final SendTest sendTest;

    public Tools(TemplateHistory history, SendTest sendTest) {
      this.history = history;
      this.sendTest = sendTest;
    }
  }

  public MailEditorController(
      AdminAccess access,
      MailLibrary library,
      EditMails edit,
      TryMail trial,
      MailWords words,
      Tools tools) {
    this.access = access;
    this.library = library;
    this.edit = edit;
    this.trial = trial;
    this.words = words;
    this.tools = tools;
  }

  @RequestMapping(value = "", method = RequestMethod.GET)
  public String show(
      @PathVariable("id") long id, Locale locale, Model model, HttpServletResponse response)
      throws SecurityServiceException {
    access.requireRead(MessageTemplate.class);
    Optional<MessageTemplate> found = library.find(id);
    if (!found.isPresent()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      model.addAttribute("missing", "PostPurchase_Missing_Template");
      return frame(model, MailsController.SECTION, "missing");
    }
    MessageTemplate row = found.get();
    Optional<Composition> composition = edit.composition(row);
    MailRow mail =
        new MailRow(row.getTemplateKey(), library.name(row.getTemplateKey(), locale), false);
    Map<String, String> more = MailsController.languages();
    for (MessageTemplate each : library.ofKey(row.getTemplateKey())) {
      mail.add(new MailRow.Language(each.getId(), each.getLocaleCode(), each.getSubject()));
      more.remove(each.getLocaleCode());
    }
    model.addAttribute("mail", mail);
    model.addAttribute("more", more);
    model.addAttribute("id", id);
    model.addAttribute("version", row.getVersion());
    model.addAttribute("isComposed", composition.isPresent());
    model.addAttribute("draft", composition.map(Composition::text).orElseGet(() -> texts(row)));
    model.addAttribute("setup", JsonText.of(words.setup(locale)));
    model.addAttribute("versions", tools.history.of(id, locale));
    model.addAttribute("uses", library.runningUses(row.getTemplateKey()));
    model.addAttribute("mayOrders", access.may(MessageRecord.class, EntityOperationType.FETCH));
    model.addAttribute("mayEdit", access.may(MessageTemplate.class, EntityOperationType.UPDATE));
    model.addAttribute("me", tools.sendTest.address());
    return frame(model, MailsController.SECTION, "mail");
  }

  private static String texts(MessageTemplate row) {
    Map<String, Object> texts = new LinkedHashMap<>();
    texts.put("subject", text(row.getSubject()));
    texts.put("preheader", text(row.getPreheader()));
    texts.put("heading", text(row.getHeading()));
    texts.put("intro", text(row.getIntro()));
    texts.put("closing", text(row.getClosing()));
    return PlainJson.write(texts);
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  /** How it looks and what is wrong with it; changes nothing. */
  @RequestMapping(value = "/preview", method = RequestMethod.POST)
  public void preview(
      @PathVariable("id") long id,
      HttpServletRequest request,
      Locale locale,
      HttpServletResponse response)
      throws SecurityServiceException, IOException {
    access.requireRead(MessageTemplate.class);
    Map<String, Object> answer = new LinkedHashMap<>();
    MessageTemplate row = library.find(id).orElse(null);
    Draft draft = draft(request, answer);
    if (row == null || draft == null) {
      JsonAnswer.write(response, answer);
      return;
    }
    List<BlockProblem> problems = trial.problems(draft, row);
    answer.put("problems", words.problems(problems, draft, locale));
    String number = text(request.getParameter("order")).trim();
    boolean mayOrders = access.may(MessageRecord.class, EntityOperationType.FETCH);
    Optional<OrderSnapshot> order = Optional.empty();
    if (mayOrders && !number.isEmpty()) {
      order = number.equals("*") ? trial.newestOrder() : trial.order(number);
      answer.put("order", order.map(o -> o.number).orElse(""));
    }
    boolean writable = problems.stream().allMatch(p -> p.code == BlockProblem.Code.BROKEN);
    if (writable) {
      try {
        RenderedMessage mail = ExamplePicture.drawnIn(trial.rendered(draft, row, order));
        answer.put("subject", mail.subject);
        answer.put("html", MailFrame.of(mail.html, "true".equals(request.getParameter("dark"))));
        answer.put("text", mail.text);
        answer.put("size", words.size(mail, locale));
        answer.put("hints", words.hints(MailHints.of(mail, preheader(draft), locale), locale));
      } catch (PostPurchaseException broken) {
        answer.put("broken", broken.getMessage());
      }
    }
    JsonAnswer.write(response, answer);
  }

  private static String preheader(Draft draft) {
    return draft.composition == null ? "-" : draft.composition.preheader;
  }

  private Draft draft(HttpServletRequest request, Map<String, Object> answer) {
    try {
      return Draft.of(text(request.getParameter("draft")));
    } catch (UnreadableJsonException unreadable) {
      answer.put("broken", unreadable.getMessage());
      return null;
    }
  }

  /** Saves the next version; what is wrong, or who was faster, is told and nothing is lost. */
  @RequestMapping(value = "/save", method = RequestMethod.POST)
  public void save(
      @PathVariable("id") long id,
      @RequestParam("version") int version,
      HttpServletRequest request,
      Locale locale,
      HttpServletResponse response)
      throws SecurityServiceException, IOException {
    access.require(MessageTemplate.class, EntityOperationType.UPDATE, "save mail", "mail " + id);
    Map<String, Object> answer = new LinkedHashMap<>();
    MessageTemplate row = library.find(id).orElse(null);
    Draft draft = draft(request, answer);
    if (row != null && draft != null) {
      List<BlockProblem> problems = trial.problems(draft, row);
      answer.put("problems", words.problems(problems, draft, locale));
      if (problems.isEmpty()) {
        Optional<Integer> saved = edit.save(id, version, draft);
        if (saved.isPresent()) {
          answer.put("version", saved.get());
          answer.put(
              "told", words.of("PostPurchase_Mails_Saved", locale) + cost(draft, row, locale));
        } else {
          conflict(id, draft, answer, locale);
        }
      }
    }
    JsonAnswer.write(response, answer);
  }

  /** Of a mail that is also sent as a text message, how many it takes and what makes it dear. */
  private String cost(Draft draft, MessageTemplate row, Locale locale) {
    if (!library.isTexted(row.getTemplateKey())) {
      return "";
    }
    String text = trial.rendered(draft, row, Optional.empty()).text.trim();
    return " " + words.cost(SmsText.of(text), locale);
  }

  private void conflict(long id, Draft draft, Map<String, Object> answer, Locale locale) {
    MessageTemplate theirs = library.find(id).orElse(null);
    if (theirs == null) {
      return;
    }
    answer.put("conflict", words.of("PostPurchase_Mails_Conflict", locale));
    answer.put("theirVersion", theirs.getVersion());
    Optional<Composition> saved = edit.composition(theirs);
    List<String> differences = new ArrayList<>();
    if (saved.isPresent() && draft.composition != null) {
      differences = words.differences(saved.get(), draft.composition, locale);
    }
    answer.put("differences", differences);
  }

  /** What is different between a saved version and the one that is edited. */
  @RequestMapping(value = "/compare", method = RequestMethod.POST)
  public void compare(
      @PathVariable("id") long id,
      @RequestParam("number") int number,
      HttpServletRequest request,
      Locale locale,
      HttpServletResponse response)
      throws SecurityServiceException, IOException {
    access.requireRead(MessageTemplate.class);
    Map<String, Object> answer = new LinkedHashMap<>();
    Draft draft = draft(request, answer);
    Optional<Composition> then = library.find(id).flatMap(row -> edit.composition(row, number));
    if (draft != null && draft.composition != null && then.isPresent()) {
      answer.put("differences", words.differences(then.get(), draft.composition, locale));
      answer.put("draft", then.get().text());
    } else {
      answer.put("broken", words.of("PostPurchase_Mails_NotComposed", locale));
    }
    JsonAnswer.write(response, answer);
  }

  /** Sends what is edited, saved or not, to the user who asks for it. */
  @RequestMapping(value = "/test", method = RequestMethod.POST)
  public void test(
      @PathVariable("id") long id,
      HttpServletRequest request,
      Locale locale,
      HttpServletResponse response)
      throws SecurityServiceException, IOException {
    access.require(
        MessageTemplate.class, EntityOperationType.UPDATE, "send test mail", "mail " + id);
    Map<String, Object> answer = new LinkedHashMap<>();
    MessageTemplate row = library.find(id).orElse(null);
    Draft draft = draft(request, answer);
    if (row != null && draft != null) {
      List<BlockProblem> problems = trial.problems(draft, row);
      answer.put("problems", words.problems(problems, draft, locale));
      if (problems.isEmpty()) {
        SendTest.Sent sent = tools.sendTest.send(trial.rendered(draft, row, Optional.empty()));
        answer.put(
            sent.good ? "told" : "broken",
            words.filled(
                sent.good ? "PostPurchase_Mails_TestSent" : "PostPurchase_Mails_TestNotSent",
                locale,
                sent.words));
      }
    }
    JsonAnswer.write(response, answer);
  }
}
