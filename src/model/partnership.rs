//! The partnership itself. Out: `Partnership` and what it is made of.

use super::*;
use crate::units::{Count, Date};

described! {
    /// What binds the partners.
    Partnership {
        /// Its name. | Nazwa partnerstwa.
        name: Field<Text> = "nazwa", called;
        /// The forms that running text needs. | Formy przypadków potrzebne w tekście.
        cases: Cases = "przypadki" | "odmiana";
        /// Its acronym. | Skrót.
        acronym: Field<String> = "akronim";
        /// What it wants the area to become. | Wizja: jaki ma być obszar.
        vision: Field<Prose> = "wizja";
        /// What it does for that. | Misja: co partnerstwo dla tego robi.
        mission: Field<Prose> = "misja";
        /// How far it has come. | Etap: inicjowanie, organizowanie, zarządzanie.
        stage: Field<Stage> = "etap";
        /// How it came there. | Dotychczasowe etapy.
        stage_history: List<StageStep> = "historia_etapów" | "dotychczasowe_etapy";
        /// How long the partners bind themselves. | Okres współpracy.
        period: Dates = "okres";
        /// Whether it is a legal person; normally it is not. | Czy ma osobowość prawną; zwykle nie.
        legal_personality: Field<bool> = "osobowość_prawna";
        /// How it meets the definition of a partnership, by feature. | Jak spełnia cechy definicji partnerstwa.
        definition: Map<DefinitionTest, Prose> = "definicja" | "cechy_definicji";
        /// What local authorities do in it. | Rola władz lokalnych.
        local_authority_role: Field<Prose> = "rola_władz_lokalnych" | "rola_samorządu";
        /// How to join and how to leave. | Zasady przystąpienia i wystąpienia.
        openness: Openness = "otwartość";
        /// How disputes are settled. | Jak rozstrzygane są spory.
        disputes: Field<Prose> = "spory";
        /// How its bodies work. | Regulamin: jak pracują organy partnerstwa.
        procedure: Procedure = "regulamin";
        /// The tasks it has chosen. | Zadania wybrane przez partnerstwo.
        tasks: List<PartnershipTask> = "zadania";
        /// The modules of the Local Partnership Model it works by. | Moduły Modelu Partnerstwa Lokalnego.
        model_modules: List<Module> = "moduły_modelu";
        /// What partnership brings that no partner could alone. | Korzyści, których nie dałby żaden partner osobno.
        benefits: List<BenefitStatement> = "korzyści";
        /// How it means to be effective. | Jak spełnia kryteria efektywności.
        effectiveness: List<EffectivenessStatement> = "efektywność";
        /// What arises between people, organisations and sectors.
        /// | Synergia między osobami, organizacjami i sektorami.
        synergy: Map<SynergyLevel, Prose> = "synergia";
        /// What the partners agree in. | W czym partnerzy się porozumieli.
        accord: Map<AccordElement, Prose> = "zgoda_partnerów";
        /// Unpaid work. | Wolontariat.
        volunteering: Volunteering = "wolontariat";
        /// Its people. | Zespół partnerstwa.
        team: List<TeamMember> = "zespół";
        /// Who leads. | Lider.
        leader: Leader = "lider";
        /// Its bodies. | Organy.
        bodies: List<Body> = "organy";
        /// Why a partnership and not one applicant. | Dlaczego partnerstwo, a nie jeden wnioskodawca.
        justification: Field<Prose> = "uzasadnienie";
        /// The justification in a version for forms with tight limits.
        /// | Uzasadnienie partnerstwa w wersji do formularzy z małym limitem.
        short: Field<Prose> = "skrót" | "krótko";
    }
}

closed! {
    /// How far a partnership has come.
    Stage in "stages" {
        /// The partners are finding each other.
        Initiating = "initiating";
        /// They agree on aims, bodies and rules.
        Organising = "organising";
        /// They carry projects out.
        Managing = "managing";
    }
}

described! {
    /// A step from stage to stage.
    StageStep {
        /// The stage. | Etap.
        stage: Field<Stage> = "etap";
        /// Its first day. | Pierwszy dzień.
        from: Field<Date> = "od", rough(First);
        /// Its last day. | Ostatni dzień.
        to: Field<Date> = "do", rough(Last), open;
        /// What shows it. | Co to potwierdza.
        proof: Field<Text> = "potwierdzenie";
    }

    /// A first and a last day.
    Dates {
        /// The first day. | Pierwszy dzień.
        from: Field<Date> = "od", rough(First), said("początek", "first day");
        /// The last day, which belongs to the period. | Ostatni dzień, należy do okresu.
        to: Field<Date> = "do", rough(Last), open, said("koniec", "last day");
    }

    /// How to join and how to leave.
    Openness {
        /// How to join. | Jak przystąpić.
        accession: Field<Prose> = "przystąpienie";
        /// How to leave. | Jak wystąpić.
        withdrawal: Field<Prose> = "wystąpienie";
    }

    /// How the bodies of the partnership work: its rules of procedure.
    Procedure {
        /// Who calls meetings, how, how long before. | Zwoływanie posiedzeń: kto, jak, z jakim wyprzedzeniem.
        convening: Field<Prose> = "zwoływanie_posiedzeń" | "zwoływanie";
        /// How many votes must be there. | Kworum: ile głosów musi być obecnych.
        quorum: Field<Prose> = "kworum";
        /// How votes are cast, from afar too. | Sposób głosowania, także zdalnego.
        voting: Field<Prose> = "głosowanie";
        /// When a partner does not vote, since the matter is its own.
        /// | Wyłączenie partnera od głosowania w jego własnej sprawie.
        conflict: Field<Prose> = "konflikt_interesów";
        /// Who writes minutes, adopts and shows them. | Protokoły: kto je sporządza, przyjmuje i udostępnia.
        minutes: Field<Prose> = "protokoły";
        /// How a partner is excluded. | Wykluczenie partnera.
        exclusion: Field<Prose> = "wykluczenie";
        /// How the rules are changed. | Zmiana regulaminu.
        amendment: Field<Prose> = "zmiana_regulaminu";
        /// The set of clauses of the library; what is worded here stands in place of its clause.
        /// | Zestaw klauzul z biblioteki; co opisano tutaj, zastępuje jego klauzulę.
        take: Field<ProcedureClauseSet> = "przyjmij" | "z_biblioteki";
        /// The elements that they do not take. | Elementy, których regulamin nie przyjmuje.
        drop: List<ProcedureElement> = "pomiń";
        /// When they were adopted. | Kiedy regulamin przyjęto.
        adopted: Field<Date> = "przyjęta";
        /// By what decision. | Uchwała, którą regulamin przyjęto.
        decision: Field<Text> = "decyzja" | "sposób_decyzji";
    }

    /// A task of the partnership.
    PartnershipTask {
        /// Which. | Zadanie.
        task: Field<Task> = "zadanie";
        /// What it is called, for `other`. | Nazwa zadania, gdy `other`.
        label: Field<Text> = "etykieta";
        /// The needs it answers. | Potrzeby, na które odpowiada.
        needs: List<Id> = "potrzeby", refers(Need);
        /// How it is done here. | Jak jest realizowane.
        note: Field<Prose> = "uwaga";
    }

    /// A benefit and how it shows here.
    BenefitStatement {
        /// Which. | Korzyść.
        benefit: Field<Benefit> = "korzyść";
        /// How it shows here. | Jak się tu przejawia.
        statement: Field<Prose> = "stwierdzenie";
        /// What proves it. | Dowody.
        evidence: List<Id> = "dowody" | "źródła_danych" | "dowód" | "źródła", refers(Evidence);
    }

    /// A criterion of effectiveness and how it is met here.
    EffectivenessStatement {
        /// Which. | Kryterium.
        criterion: Field<EffectivenessCriterion> = "kryterium";
        /// How it is met here. | Jak jest spełnione.
        statement: Field<Prose> = "stwierdzenie";
    }

    /// Unpaid work.
    Volunteering {
        /// Hours over the whole period. | Godziny w całym okresie.
        hours: Field<Count> = "godziny";
        /// How it is honoured. | Formy uznania.
        recognition: List<Text> = "formy_uznania";
    }

    /// One of the partnership's people.
    TeamMember {
        /// From which partner. | Od którego partnera.
        partner: Field<Id> = "partner", refers(Partner);
        /// What they do. | Funkcja.
        function: Field<Text> = "funkcja";
        /// What they bring; shown only as coverage, never with a name.
        /// | Cechy; pokazywane zbiorczo, nigdy z nazwiskiem.
        traits: List<Trait> = "cechy_osobowe";
        /// Their name; personal data. | Imię i nazwisko; dane osobowe.
        name: Field<String> = "nazwa", personal;
    }

    /// Who leads and how they came to it.
    Leader {
        /// Which partner. | Partner wiodący.
        partner: Field<Id> = "partner", refers(Partner), said("partner wiodący", "lead partner");
        /// The person. | Osoba.
        person: Field<String> = "imię_i_nazwisko", personal;
        /// Who coordinates the daily work. | Koordynator.
        coordinator: Field<String> = "koordynator", personal;
        /// Who animates the community. | Animator.
        animator: Field<String> = "animator", personal;
        /// How they lead. | Styl przywództwa.
        style: Field<LeaderStyle> = "styl_przywództwa";
        /// How they were chosen. | Sposób wyboru.
        selection: LeaderSelection = "wybór" | "sposób_wyboru";
        /// Whether the leader initiated the project (art. 39(12) of the act of 28 April 2022).
        /// | Czy lider zainicjował projekt (art. 39 ust. 12 ustawy z 28.04.2022).
        initiator: Field<bool> = "inicjator";
        /// What shows the economic potential to deliver (art. 39(11)). | Potencjał ekonomiczny (art. 39 ust. 11).
        economic_potential: Field<Prose> = "potencjał_ekonomiczny";
    }
}

closed! {
    /// How a leader leads.
    LeaderStyle in "leader_styles" {
        /// Uses the strengths of the others.
        Coordinator = "coordinator";
        /// Otherwise.
        Other = "other";
    }
}

described! {
    /// How the leader was chosen.
    LeaderSelection {
        /// In what way. | W jaki sposób.
        method: Field<SelectionMethod> = "metoda" | "sposób";
        /// When. | Kiedy.
        date: Field<Date> = "data", rough(First);
        /// By what decision. | Jaką decyzją.
        decision: Field<Text> = "decyzja" | "sposób_decyzji";
    }

    /// A body of the partnership.
    Body {
        /// Its id, `G1`. | Identyfikator, `G1`.
        id: Field<Id> = "identyfikator", required;
        /// What kind. | Rodzaj.
        kind: Field<BodyKind> = "rodzaj" | "typ";
        /// Its name. | Nazwa.
        name: Field<Text> = "nazwa", required, called;
        /// The partners in it. | Partnerzy w organie.
        members: List<Id> = "członkowie", refers(Partner);
        /// The partner in the chair. | Partner, który przewodniczy.
        chair: Field<Id> = "przewodniczący" | "przewodniczy", refers(Partner);
        /// The longest time between meetings, in months. | Najdłuższy odstęp między posiedzeniami, w miesiącach.
        meets_months: Field<Count> = "posiedzenia_co_ile_miesięcy" | "posiedzenia";
        /// How it decides. | Zasada podejmowania decyzji.
        decision: Field<Decision> = "decyzja" | "sposób_decyzji";
        /// Votes by partner; one each when left out. | Głosy według partnerów; domyślnie po jednym.
        votes: Map<Id, Count> = "głosy", refers(Partner);
        /// What it decides on. | Kompetencje.
        competences: List<Text> = "kompetencje";
        /// Whether anybody may attend. | Czy posiedzenia są jawne.
        public_sessions: Field<bool> = "jawne_posiedzenia";
    }
}
