//! The whole application. In: one YAML file, or a folder of part files. Out: `Application`.

use super::*;

described! {
    /// One partnership, its diagnosed needs, and the alignment of its actions with strategy.
    Application {
        /// The version of this format: `pakt/1`; may be left out. | Wersja formatu: `pakt/1`; można pominąć.
        schema: Field<String> = "schemat";
        /// Title, date, language, authors. | Tytuł, data, język, autorzy.
        meta: Meta = "wniosek" | "metryczka";
        /// What the grantor demands. | Czego wymaga nabór.
        call: Call = "nabór" | "konkurs";
        /// The area the partnership works in. | Obszar działania partnerstwa.
        area: Area = "obszar";
        /// The partnership itself. | Samo partnerstwo.
        partnership: Partnership = "partnerstwo";
        /// Who is in it. | Partnerzy.
        partners: List<Partner> = "partnerzy";
        /// Needs, evidence, target groups. | Potrzeby, dowody, grupy docelowe.
        diagnosis: Diagnosis = "diagnoza";
        /// What is to change. | Cele: co ma się zmienić.
        objectives: List<Objective> = "cele";
        /// What is done. | Działania: co robimy.
        actions: List<Action> = "działania";
        /// How change is measured. | Wskaźniki: jak mierzymy zmianę.
        indicators: List<Indicator> = "wskaźniki";
        /// The documents the application follows. | Dokumenty strategiczne, z którymi wniosek jest zgodny.
        strategies: List<Strategy> = "strategie";
        /// How objectives and actions follow them. | Powiązania celów i działań ze strategiami.
        alignments: List<Alignment> = "zgodność" | "powiązania";
        /// When. | Terminy.
        schedule: Schedule = "harmonogram";
        /// For how much. | Budżet.
        budget: Budget = "budżet";
        /// What things cost elsewhere: rates of one's own that prices are held against, mostly a shared file.
        /// | Stawki własne, z którymi porównujemy ceny w budżecie; zwykle wspólny plik.
        rates: List<Rate> = "stawki" | "taryfikator", internal;
        /// What may go wrong. | Ryzyka.
        risks: List<Risk> = "ryzyka" | "ryzyko";
        /// Who watches, and how. | Kto i jak sprawdza postępy.
        monitoring: Monitoring = "monitorowanie";
        /// What stays. | Co zostanie po projekcie.
        sustainability: Sustainability = "trwałość";
        /// The ten principles of partnership. | Dziesięć zasad partnerstwa.
        principles: List<PrincipleMeasures> = "zasady";
        /// Horizontal principles of the programme. | Zasady horyzontalne programu.
        horizontal: List<HorizontalStatement> = "zasady_horyzontalne";
        /// The minimum standard of equality of women and men.
        /// | Standard minimum realizacji zasady równości kobiet i mężczyzn.
        gender: Gender = "standard_minimum" | "równość";
        /// What is done for each accessibility standard. | Standardy dostępności i to, co dla nich robimy.
        accessibility: List<AccessibilityMeasure> = "dostępność";
        /// Experience, management, staff and means of those who carry the project out.
        /// | Doświadczenie, zarządzanie, kadra i zasoby realizatorów.
        potential: Potential = "potencjał";
        /// Recruitment of participants. | Rekrutacja uczestników.
        recruitment: Recruitment = "rekrutacja";
        /// Other projects that this one adds to. | Inne projekty, które ten uzupełnia.
        complementarity: List<RelatedProject> = "komplementarność";
        /// The partnership's view of itself. | Samoocena partnerstwa.
        assessment: Assessment = "samoocena";
        /// The Local Employment Pact. | Lokalny pakt na rzecz zatrudnienia.
        pact: Pact = "pakt";
        /// The partnership agreement of the project. | Umowa o partnerstwie w projekcie.
        agreement: Agreement = "umowa" | "porozumienie";
        /// Papers that go with the application. | Załączniki.
        annexes: List<Annex> = "załączniki";
        /// The papers that are wanted, by name (`letter-of-intent: {}`); without any, what stage and call offer.
        /// | Dokumenty, które mają powstać, z nazwy (`letter-of-intent: {}`); bez tego te, które przewidują etap i nabór.
        papers: Map<String, WantedPaper> = "dokumenty";
        /// Texts for fields of the portal's form; they win over what pakt derives.
        /// | Teksty do pól formularza; mają pierwszeństwo przed tymi, które składa pakt.
        portal: Map<String, Prose> = "pola_formularza", form_only;
        /// Findings the authors accept, each with a reason. | Uwagi, które autorzy przyjmują, każda z uzasadnieniem.
        accept: List<Acceptance> = "akceptacje" | "zaakceptowane", internal;
        /// Further YAML files whose parts join this application; paths relative to the file that names them.
        /// | Dalsze pliki YAML, które dołączają do wniosku; ścieżki względem pliku, który je wymienia.
        shared as "use": List<String> = "użyj" | "dołącz";
    }
}
