package org.postpurchase.admin.segment;

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
import org.postpurchase.admin.ui.JsonText;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.broadleaf.admin.SegmentRecord;
import org.postpurchase.broadleaf.config.SegmentParts;
import org.postpurchase.person.FactsSwitch;
import org.postpurchase.person.PersonRef;
import org.postpurchase.segment.Condition;
import org.postpurchase.segment.ConditionText;
import org.postpurchase.segment.ExplainSegment;
import org.postpurchase.segment.Leaf;
import org.postpurchase.segment.Segment;
import org.postpurchase.segment.SegmentProblem;
import org.postpurchase.segment.SegmentRefusedException;
import org.postpurchase.segment.ShippedSegments;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.Transactions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Segments, each with the builder of its conditions. Looking, counting and asking why need READ on
 * {@link SegmentRecord}, everything else UPDATE.
 */
@Controller
@RequestMapping("/" + SegmentsController.SECTION)
class SegmentsController extends PageController {
  static final String SECTION = "post-purchase-segments";
  private static final int PRODUCTS_MOST = 20;
  private static final String EMPTY =
      "{\"all\":[{\"field\":\"ORDERS\",\"is\":\"AT_LEAST\",\"value\":\"1\"}]}";

  private final AdminAccess access;
  private final SegmentParts parts;
  private final EditSegments edit;
  private final SegmentWords words;
  private final Shop shop;
  private final Transactions transactions;

  public SegmentsController(
      AdminAccess access,
      SegmentParts parts,
      EditSegments edit,
      Words words,
      Shop shop,
      Transactions transactions) {
    this.access = access;
    this.parts = parts;
    this.edit = edit;
    this.words = new SegmentWords(words, parts.goods);
    this.shop = shop;
    this.transactions = transactions;
  }

  @RequestMapping(value = "", method = RequestMethod.GET)
  public String list(Locale locale, Model model) throws SecurityServiceException {
    access.requireRead(SegmentRecord.class);
    Moments moments = new Moments(shop.zone, locale);
    List<SegmentRow> rows = new ArrayList<>();
    transactions.run(
        () -> {
          for (Segment segment : parts.segments.store().all()) {
            long size = segment.build.generation == 0 ? 0 : parts.segments.store().size(segment);
            rows.add(new SegmentRow(segment, size, moments, locale));
          }
        });
    model.addAttribute("rows", rows);
    model.addAttribute(
        "presets", words.presets(ShippedSegments.all(parts.getCurrency()).keySet(), locale));
    model.addAttribute("aboutCategory", ShippedSegments.INTERESTED);
    model.addAttribute("categories", transactions.call(parts.goods::categories));
    FactsSwitch.Stage stage = transactions.call(parts.people.facts()::stage);
    model.addAttribute("stage", stage.name());
    model.addAttribute("percent", parts.people.progressPercent());
    model.addAttribute("mayEdit", access.may(SegmentRecord.class, EntityOperationType.UPDATE));
    model.addAttribute("zone", shop.zone.getId());
    return frame(model, SECTION, "segments");
  }

  @RequestMapping(value = "/new", method = RequestMethod.GET)
  public String blank(
      @RequestParam(value = "preset", defaultValue = "") String preset,
      @RequestParam(value = "category", defaultValue = "") String category,
      Locale locale,
      Model model)
      throws SecurityServiceException {
    access.requireRead(SegmentRecord.class);
    String title = transactions.call(() -> words.category(preset, category));
    Condition known =
        title.isEmpty()
            ? ShippedSegments.all(parts.getCurrency()).get(preset)
            : ShippedSegments.interestedIn(Long.parseLong(category));
    String name = known == null ? "" : words.preset(preset, locale, title);
    String conditions = known == null ? EMPTY : ConditionText.write(known);
    return form(
        new EditSegments.Form(0, 0, name, false, conditions, known == null ? "" : preset),
        locale,
        model);
  }

  private String form(EditSegments.Form form, Locale locale, Model model) {
    model.addAttribute("form", new SegmentForm(form));
    Condition known = null;
    try {
      known = ConditionText.read(form.conditions);
    } catch (SegmentRefusedException broken) {
      model.addAttribute("problem", words.problem(broken, locale));
    }
    Condition shown = known;
    model.addAttribute(
        "builder", transactions.call(() -> words.forBuilder(parts.getCurrency(), shown, locale)));
    model.addAttribute("mayEdit", access.may(SegmentRecord.class, EntityOperationType.UPDATE));
    model.addAttribute("zone", shop.zone.getId());
    return frame(model, SECTION, "segment");
  }

  @RequestMapping(value = "/{id}", method = RequestMethod.GET)
  public String one(
      @PathVariable("id") String id,
      @RequestParam(value = "who", defaultValue = "") String who,
      Locale locale,
      Model model,
      HttpServletResponse response)
      throws SecurityServiceException {
    access.requireRead(SegmentRecord.class);
    Optional<Segment> found = find(id);
    if (!found.isPresent()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      model.addAttribute("missing", "PostPurchase_Missing_Record");
      return frame(model, SECTION, "missing");
    }
    Segment segment = found.get();
    Moments moments = new Moments(shop.zone, locale);
    long size =
        segment.build.generation == 0
            ? 0
            : transactions.call(() -> parts.segments.store().size(segment));
    model.addAttribute("row", new SegmentRow(segment, size, moments, locale));
    model.addAttribute("uses", edit.uses(segment));
    if (!who.trim().isEmpty()) {
      why(segment, who.trim(), moments, locale, model);
    }
    model.addAttribute("who", who);
    return form(
        new EditSegments.Form(
            segment.id, segment.edition, segment.name, segment.active, segment.conditions, ""),
        locale,
        model);
  }

  private Optional<Segment> find(String id) {
    return id.matches("\\d{1,18}")
        ? transactions.call(() -> parts.segments.store().find(Long.parseLong(id)))
        : Optional.empty();
  }

  private void why(Segment segment, String who, Moments moments, Locale locale, Model model) {
    PersonRef person =
        who.matches("\\d{1,18}") && Long.parseLong(who) > 0
            ? PersonRef.ofCustomer(Long.parseLong(who))
            : PersonRef.ofMailbox(who);
    try {
      Optional<ExplainSegment.Answer> answer = parts.segments.explain().of(segment, person);
      model.addAttribute("asked", true);
      if (!answer.isPresent()) {
        return;
      }
      List<WhyRow> lines = new ArrayList<>();
      transactions.run(
          () -> {
            for (ExplainSegment.Line line : answer.get().lines) {
              String fact =
                  line.condition instanceof Leaf
                      ? words.fact((Leaf) line.condition, line.fact, line.holds, moments, locale)
                      : "";
              lines.add(new WhyRow(line.depth, words.of(line.condition, locale), line.holds, fact));
            }
          });
      model.addAttribute("lines", lines);
      model.addAttribute("holds", answer.get().holds);
      model.addAttribute("since", answer.get().since.map(moments::of).orElse(""));
    } catch (SegmentRefusedException unreadable) {
      model.addAttribute("problem", words.problem(unreadable, locale));
    }
  }

  @RequestMapping(value = "/save", method = RequestMethod.POST)
  public String save(
      HttpServletRequest request, Locale locale, Model model, RedirectAttributes redirect)
      throws SecurityServiceException {
    EditSegments.Form form =
        new EditSegments.Form(
            number(request, "id"),
            (int) Math.min(Integer.MAX_VALUE, number(request, "edition")),
            text(request, "name"),
            "true".equals(text(request, "active")),
            text(request, "conditions"),
            text(request, "preset"));
    try {
      Segment saved = edit.save(form);
      tell(redirect, true, "PostPurchase_Flash_SegmentSaved");
      return "redirect:/" + SECTION + "/" + saved.id;
    } catch (SegmentRefusedException refused) {
      model.addAttribute("problem", words.problem(refused, locale));
      boolean unreadable = refused.problem == SegmentProblem.NOT_READABLE;
      return form(
          unreadable
              ? new EditSegments.Form(
                  form.id, form.edition, form.name, form.active, EMPTY, form.preset)
              : form,
          locale,
          model);
    }
  }

  private static String text(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value;
  }

  private static long number(HttpServletRequest request, String name) {
    String value = text(request, name);
    return value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
  }

  @RequestMapping(value = "/{id}/remove", method = RequestMethod.POST)
  public String remove(
      @PathVariable("id") long id,
      @RequestParam("edition") int edition,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    EditSegments.Removal removal = edit.remove(id, edition);
    boolean removed = removal == EditSegments.Removal.REMOVED;
    tell(redirect, removed, "PostPurchase_Flash_Segment_" + removal);
    return "redirect:/" + SECTION + (removed ? "" : "/" + id);
  }

  /** How many people the conditions hold for; changes nothing. */
  @RequestMapping(value = "/count", method = RequestMethod.POST)
  public void count(
      @RequestParam(value = "conditions", defaultValue = "") String conditions,
      Locale locale,
      HttpServletResponse response)
      throws SecurityServiceException, IOException {
    access.requireRead(SegmentRecord.class);
    Map<String, Object> answer = new LinkedHashMap<>();
    try {
      answer.put("count", SegmentWords.number(parts.segments.count(conditions), locale));
      answer.put(
          "of", SegmentWords.number(transactions.call(() -> parts.people.store().count()), locale));
    } catch (SegmentRefusedException refused) {
      answer.put("problem", words.problem(refused, locale));
    }
    write(response, answer);
  }

  /** Products by name, for the builder. */
  @RequestMapping(value = "/products", method = RequestMethod.GET)
  public void products(
      @RequestParam(value = "name", defaultValue = "") String name, HttpServletResponse response)
      throws SecurityServiceException, IOException {
    access.requireRead(SegmentRecord.class);
    Map<String, Object> found = new LinkedHashMap<>();
    transactions
        .call(() -> parts.goods.productsNamed(name, PRODUCTS_MOST))
        .forEach((id, title) -> found.put(String.valueOf(id), title));
    write(response, found);
  }

  private static void write(HttpServletResponse response, Map<String, Object> answer)
      throws IOException {
    response.setContentType("application/json;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.getWriter().write(JsonText.of(answer));
  }
}
