package org.postpurchase.admin.content;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.broadleaf.admin.CaseRecord;
import org.postpurchase.broadleaf.admin.ContentRecord;
import org.postpurchase.broadleaf.config.ContentParts;
import org.postpurchase.broadleaf.config.Infrastructure;
import org.postpurchase.broadleaf.config.SeriesParts;
import org.postpurchase.broadleaf.config.ServiceParts;
import org.postpurchase.content.ContentEntry;
import org.postpurchase.content.ContentKind;
import org.postpurchase.content.ContentLibrary;
import org.postpurchase.content.ContentRefusedException;
import org.postpurchase.content.ContentScope;
import org.postpurchase.content.SaveContent;
import org.postpurchase.service.CaseEvent;
import org.postpurchase.service.ServiceCase;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.ShownText;
import org.postpurchase.shared.Transactions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The content library. Looking needs READ on {@link ContentRecord}, everything else UPDATE; to
 * begin with a case's answer, READ on {@link CaseRecord} too.
 */
@Controller
@RequestMapping("/" + ContentController.SECTION)
class ContentController extends PageController {
  static final String SECTION = "post-purchase-content";
  private static final String ID = "/{id:\\d{1,18}}";
  private static final int PRODUCTS_MOST = 20;

  private final AdminAccess access;
  private final EditContent edit;
  private final ServiceParts service;
  private final ContentParts parts;
  private final ContentPreview preview;
  private final Transactions transactions;
  private final Shop shop;

  public ContentController(
      AdminAccess access,
      EditContent edit,
      ContentParts parts,
      ServiceParts service,
      SeriesParts series,
      Infrastructure base) {
    this.access = access;
    this.edit = edit;
    this.parts = parts;
    this.service = service;
    preview = new ContentPreview(series.renderer, parts.mails);
    transactions = base.transactions;
    shop = base.shop;
  }

  @RequestMapping(value = "", method = RequestMethod.GET)
  public String list(
      @RequestParam(value = "kind", defaultValue = "") String kind, Locale locale, Model model)
      throws SecurityServiceException {
    access.requireRead(ContentRecord.class);
    Moments moments = new Moments(shop.zone, locale);
    List<ContentRow> rows = new ArrayList<>();
    transactions.run(
        () -> {
          List<ContentEntry> all = parts.store.all(ContentLibrary.ENTRIES_MOST);
          Map<Long, String> categories = parts.goods.categories();
          Map<Long, String> products =
              parts.goods.products(
                  all.stream()
                      .filter(e -> e.scope == ContentScope.PRODUCT)
                      .map(e -> e.scopeId)
                      .collect(Collectors.toSet()));
          for (ContentEntry e : all) {
            if (kind.isEmpty() || e.kind.name().equals(kind)) {
              rows.add(new ContentRow(e, about(e, products, categories), moments.of(e.changedAt)));
            }
          }
        });
    model.addAttribute("rows", rows);
    model.addAttribute("kind", kind);
    model.addAttribute("kinds", ContentKind.values());
    model.addAttribute("mayEdit", mayEdit());
    model.addAttribute("zone", shop.zone.getId());
    return frame(model, SECTION, "contents");
  }

  private static String about(
      ContentEntry e, Map<Long, String> products, Map<Long, String> categories) {
    if (e.scope == ContentScope.SHOP) {
      return "";
    }
    return (e.scope == ContentScope.PRODUCT ? products : categories)
        .getOrDefault(e.scopeId, "#" + e.scopeId);
  }

  private boolean mayEdit() {
    return access.may(ContentRecord.class, EntityOperationType.UPDATE);
  }

  /**
   * @param ofCase a case whose last answer the entry begins with; it is not saved yet
   */
  @RequestMapping(value = "/new", method = RequestMethod.GET)
  public String blank(
      @RequestParam(value = "kind", defaultValue = "HOW_TO") String kind,
      @RequestParam(value = "case", defaultValue = "0") long ofCase,
      Model model)
      throws SecurityServiceException {
    access.requireRead(ContentRecord.class);
    ContentKind wanted = ContentKind.HOW_TO;
    for (ContentKind each : ContentKind.values()) {
      wanted = each.name().equals(kind) ? each : wanted;
    }
    ContentEntry fresh =
        new ContentEntry.Builder(wanted, ContentScope.SHOP, 0)
            .language(shop.locale.getLanguage())
            .build();
    if (ofCase != 0) {
      access.requireRead(CaseRecord.class);
      Optional<ContentEntry> known =
          transactions.call(() -> parts.store.ofSource("case:" + ofCase));
      if (known.isPresent()) {
        return "redirect:/" + SECTION + "/" + known.get().id;
      }
      fresh = transactions.call(() -> answerOf(ofCase)).orElse(fresh);
    }
    ContentEntry shown = fresh;
    model.addAttribute("form", transactions.call(() -> ContentForm.of(shown, parts.goods)));
    return form(model);
  }

  private Optional<ContentEntry> answerOf(long id) {
    Optional<ServiceCase> found = service.caseStore.find(id);
    String asked = "";
    String answered = "";
    for (CaseEvent event : service.caseStore.eventsOf(id)) {
      boolean answers = event.kind == CaseEvent.Kind.ANSWERED || event.kind == CaseEvent.Kind.WAITS;
      answered = answers && !event.note.isEmpty() ? event.note : answered;
      asked = event.kind == CaseEvent.Kind.OPENED ? event.note : asked;
    }
    String question = ShownText.line(asked, SaveContent.TITLE_MAX);
    String answer = ShownText.paragraphs(answered, SaveContent.BODY_MAX);
    return found.map(
        one ->
            new ContentEntry.Builder(ContentKind.FAQ, ContentScope.SHOP, 0)
                .language(shop.locale.getLanguage())
                .text(question.isEmpty() ? one.cause.subject : question, answer)
                .source("case:" + id)
                .build());
  }

  private String form(Model model) {
    model.addAttribute("kinds", ContentKind.values());
    model.addAttribute("scopes", ContentScope.values());
    model.addAttribute("categories", transactions.call(() -> parts.goods.categories()));
    model.addAttribute("mayEdit", mayEdit());
    return frame(model, SECTION, "contentEntry");
  }

  @RequestMapping(value = ID, method = RequestMethod.GET)
  public String one(@PathVariable("id") long id, Model model, HttpServletResponse response)
      throws SecurityServiceException {
    access.requireRead(ContentRecord.class);
    Optional<Map<String, String>> found =
        transactions.call(() -> parts.store.find(id).map(e -> ContentForm.of(e, parts.goods)));
    if (!found.isPresent()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      model.addAttribute("missing", "PostPurchase_Missing_Record");
      return frame(model, SECTION, "missing");
    }
    model.addAttribute("form", found.get());
    return form(model);
  }

  @RequestMapping(value = "/save", method = RequestMethod.POST)
  public String save(HttpServletRequest request, Model model, RedirectAttributes redirect)
      throws SecurityServiceException {
    ContentForm form = ContentForm.of(request);
    ContentEntry entry = transactions.call(() -> form.entry(parts.goods));
    Map<String, Object> problems = new LinkedHashMap<>(form.problems());
    Optional<ContentEntry> saved = Optional.empty();
    if (problems.isEmpty()) {
      try {
        saved = edit.save(entry);
      } catch (ContentRefusedException refused) {
        problems.putAll(refused.problems);
      }
    }
    if (saved.isPresent()) {
      tell(redirect, true, "PostPurchase_Content_Flash_Saved");
      return "redirect:/" + SECTION + "/" + saved.get().id;
    }
    model.addAttribute("form", form.typed());
    model.addAttribute("problems", problems);
    model.addAttribute("changed", problems.isEmpty());
    return form(model);
  }

  /** How the form's entry would look in a mail; saves nothing. */
  @RequestMapping(value = "/preview", method = RequestMethod.POST)
  public void preview(HttpServletRequest request, Locale locale, HttpServletResponse response)
      throws SecurityServiceException, IOException {
    access.requireRead(ContentRecord.class);
    ContentForm form = ContentForm.of(request);
    String html =
        transactions.call(
            () -> {
              ContentEntry entry = form.entry(parts.goods);
              return preview.of(
                  entry,
                  about(
                      entry,
                      parts.goods.products(Collections.singleton(entry.scopeId)),
                      parts.goods.categories()));
            });
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader(
        "Content-Security-Policy",
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src https: http: data:");
    response.getWriter().write(html);
  }

  @RequestMapping(value = ID + "/switch", method = RequestMethod.POST)
  public String turn(
      @PathVariable("id") long id,
      @RequestParam("edition") int edition,
      @RequestParam("on") boolean on,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    boolean done;
    try {
      done = edit.turn(id, edition, on);
    } catch (ContentRefusedException refused) { // its product is gone since
      return "redirect:/" + SECTION + "/" + id;
    }
    String words = !done ? "Changed" : on ? "On" : "Off";
    tell(redirect, done, "PostPurchase_Content_Flash_" + words);
    return "redirect:/" + SECTION;
  }

  @RequestMapping(value = ID + "/remove", method = RequestMethod.POST)
  public String remove(
      @PathVariable("id") long id,
      @RequestParam("edition") int edition,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    boolean removed = edit.remove(id, edition);
    tell(redirect, removed, "PostPurchase_Content_Flash_" + (removed ? "Removed" : "Changed"));
    return "redirect:/" + SECTION + (removed ? "" : "/" + id);
  }

  /** Products by name, for the form. */
  @RequestMapping(value = "/products", method = RequestMethod.GET)
  public void products(
      @RequestParam(value = "name", defaultValue = "") String name, HttpServletResponse response)
      throws SecurityServiceException, IOException {
    access.requireRead(ContentRecord.class);
    ProductChoice.write(
        transactions.call(() -> parts.goods.productsNamed(name, PRODUCTS_MOST)), response);
  }
}
