/** Forms of mentoring and their role models (order R-145 and the methodical recommendations to it); the list is open. */

/** The five official forms, mentor's side first. */
export const FORMS = ["pupil-pupil", "student-pupil", "employer-pupil", "employer-student", "teacher-teacher"] as const;
export type OfficialForm = (typeof FORMS)[number];

/** Whether it is one of the five; anything else is a form of the school's own, named in its own words. */
export const isOfficialForm = (form: string): form is OfficialForm => FORMS.some((one) => one === form);

const EMPLOYER_MODELS = ["professional-indifferent", "professional-choosing", "colleague-future", "employer-future"];

/** The official role models of each form by id; their words are `programmes-model-<id>`. */
export const ROLE_MODELS: Readonly<Record<OfficialForm, readonly string[]>> = {
  "pupil-pupil": ["achiever-struggling", "leader-passive", "equal-equal"],
  "student-pupil": ["achiever-struggling", "leader-indifferent", "equal-other", "curator-author"],
  "employer-pupil": EMPLOYER_MODELS,
  "employer-student": EMPLOYER_MODELS,
  "teacher-teacher": ["experienced-young", "leader-difficulties", "innovator-conservative", "expert-beginner"],
};

/** The role models to choose from for a form; none for a form of the school's own. */
export const roleModelsOf = (form: string): readonly string[] => (isOfficialForm(form) ? ROLE_MODELS[form] : []);
